package dev.darkroom.chaos.fault;

/** A fault that changes the download of an image. */
public sealed interface FileFault extends ResponseFault permits Corrupt, Expired, Missing, SlowFile, WrongType {

    @Override
    default ResponseEffect effect() {
        return ResponseEffect.NONE;
    }
}
