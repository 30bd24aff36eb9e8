package dev.darkroom.api.image;

/**
 * A shape that a prompt names.
 *
 * @param text the words of the prompt that name it, in lower case, with {@code :} or {@code x} between two numbers
 */
record ShapeInPrompt(AspectRatio ratio, String text) {}
