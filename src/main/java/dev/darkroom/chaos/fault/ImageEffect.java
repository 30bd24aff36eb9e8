package dev.darkroom.chaos.fault;

/** What a fault does to an image that a client downloads. */
public enum ImageEffect {
    NONE,
    /** The download URL is reported as expired. */
    EXPIRED,
    /** The image is reported as not found. */
    MISSING,
    /** The image data cannot be decoded. */
    CORRUPTED
}
