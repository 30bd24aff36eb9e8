package dev.darkroom.http;

/** Headers of our own on a vendor's answers. A client that knows nothing of them loses nothing. */
public final class DarkroomHeaders {

    /** A sentence about something in the request that will not do what its author seems to expect; one header each. */
    public static final String WARNING = "Darkroom-Warning";

    /** The rule or trigger that spoilt this answer, or the task that it tells of. An answer without it is what the state of
     * the sandbox led to.
     */
    public static final String FAULT = "Darkroom-Fault";

    private DarkroomHeaders() {}
}
