package dev.darkroom.callback;

/** How far a callback is. */
public enum CallbackState {
    /** An attempt is planned, none is under way. */
    WAITING,
    /** An attempt is under way. */
    SENDING,
    /** The receiver has it. */
    DELIVERED,
    /** It was tried as often as its schedule says, in vain. */
    GIVEN_UP
}
