package dev.darkroom.chaos.fault;

/** A fault that changes the response to a request. */
public sealed interface ResponseFault extends Fault permits RequestFault, ProxyTimeout, FileFault {

    /** What the fault does to the response. */
    ResponseEffect effect();

    /** What the fault does to the image that the response carries. */
    default ImageEffect imageEffect() {
        return ImageEffect.NONE;
    }

    /**
     * Whether the server processes the request and only its response is affected. Otherwise the request has no effect,
     * as if it had never arrived.
     */
    default boolean isProcessed() {
        return true;
    }

    @Override
    default Class<? extends Fault> lookupType() {
        return ResponseFault.class;
    }
}
