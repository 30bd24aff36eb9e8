package dev.darkroom.sandbox;

/** What a client does. Creating is limited apart from asking. */
public enum Operation {
    CREATE,
    POLL,
    CREDITS
}
