package dev.darkroom.access;

/** Whether a key may be used. */
public enum KeyStatus {
    ACTIVE,
    /** Disabled by its owner, who can enable it again. */
    DISABLED,
    /** Deleted permanently. */
    DELETED,
    /** The key is valid, but its account is banned. */
    BANNED
}
