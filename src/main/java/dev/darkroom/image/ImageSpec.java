package dev.darkroom.image;

/**
 * The properties of a requested image. Many tasks share one instance.
 *
 * @param resolution the tier as the client named it; empty if the request gives only a size
 */
public record ImageSpec(PixelSize size, String resolution, Output output) {}
