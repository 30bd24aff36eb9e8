package dev.darkroom.image;

/**
 * What picture is asked for. Many tasks have the same.
 *
 * @param resolution as the client named it; empty where the size says it all
 */
public record ImageSpec(PixelSize size, String resolution, Output output) {}
