package dev.darkroom.dialect.aigenerate;

import dev.darkroom.image.ImageSpec;
import dev.darkroom.ledger.Credits;

/**
 * The image that a request asks for.
 *
 * @param isModerated whether the content filter checks it
 */
record ImageOptions(ImageSpec image, Credits price, boolean isModerated) {}
