package dev.darkroom.sandbox;

import java.time.Instant;

/**
 * What a leap of the clock brought about.
 *
 * @param now what the clock shows
 * @param events how many things fell due and were done on the way
 */
public record Advanced(Instant now, int events) {}
