package dev.darkroom.access;

/** Whether a key may be used. */
public enum KeyStatus {
    ACTIVE,
    /** Switched off by its owner, who may switch it on again. */
    DISABLED,
    /** Gone for good. */
    DELETED,
    /** The key is well, but the account that it belongs to is banned. */
    BANNED
}
