package dev.darkroom.http;

/** The headers that Darkroom adds to a vendor's responses. Clients may ignore them. */
public final class DarkroomHeaders {

    /**
     * A sentence about a part of the request that does not have the effect that its author seems to expect; one header
     * each.
     */
    public static final String WARNING = "Darkroom-Warning";

    /**
     * The rule or trigger that injected a fault into this response or into the task that it describes. A response
     * without this header follows from the sandbox's state alone.
     */
    public static final String FAULT = "Darkroom-Fault";

    /** The dialect that has responded. */
    public static final String DIALECT = "Darkroom-Dialect";

    /** What a credit costs, such as {@code 0.005 USD}; in the responses to create and balance requests. */
    public static final String CREDIT_PRICE = "Darkroom-Credit-Price";

    private DarkroomHeaders() {}
}
