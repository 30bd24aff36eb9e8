package dev.darkroom.dialect.aigenerate;

import dev.darkroom.image.ImageSpec;
import dev.darkroom.ledger.Credits;

/**
 * What picture is asked for.
 *
 * @param price what it costs
 * @param isChecked whether somebody looks at what it shows
 */
record Wanted(ImageSpec image, Credits price, boolean isChecked) {}
