package dev.darkroom.callback;

/** The state of a callback. */
public enum CallbackState {
    /** An attempt is planned, none is in flight. */
    WAITING,
    /** An attempt is in flight. */
    SENDING,
    /** The receiver confirmed an attempt. */
    DELIVERED,
    /** All attempts of the schedule failed. */
    GIVEN_UP
}
