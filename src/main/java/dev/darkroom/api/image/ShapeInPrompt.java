package dev.darkroom.api.image;

/**
 * A shape that a prompt names.
 *
 * @param text what the prompt says, in ASCII
 */
record ShapeInPrompt(AspectRatio ratio, String text) {}
