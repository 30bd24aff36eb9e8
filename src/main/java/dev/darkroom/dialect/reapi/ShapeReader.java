package dev.darkroom.dialect.reapi;

import dev.darkroom.api.image.AspectRatio;
import dev.darkroom.api.image.Resolution;
import dev.darkroom.field.FieldError;
import dev.darkroom.field.FieldReader;
import dev.darkroom.image.PixelSize;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code size} and {@code resolution} (providers/reapi.md §3). */
final class ShapeReader {

    /** In the documentation's order. */
    static final String RATIOS = "auto, 1:1, 16:9, 9:16, 4:3, 3:4, 3:2, 2:3, 5:4, 4:5, 2:1, 1:2, 21:9, 9:21";

    private static final List<String> RESOLUTIONS = List.of(Resolution.NAMES.split(", "));
    private static final List<String> RATIO_NAMES = Arrays.asList(RATIOS.split(", "));
    private static final String FOUR_K_RULE = "4K requires an explicit size in {16:9, 9:16, 2:1, 1:2, 21:9, 9:21}";

    private static final Pattern PIXELS = Pattern.compile("([0-9]+)x([0-9]+)");
    private static final String USE_RATIO = "Use one of: " + RATIOS + ".";
    private static final String USE_RATIO_OR_PIXELS = USE_RATIO + " Or use pixels, such as 1536x1024.";

    private static final int STEP = 16;
    private static final int MAX_EDGE = 3840;
    private static final int MAX_RATIO = 3;
    private static final long MIN_PIXELS = 655_360;
    private static final long MAX_PIXELS = 8_294_400;

    private final ReApiErrorResponses errors;

    ShapeReader(ReApiErrorResponses errors) {
        this.errors = errors;
    }

    /**
     * Reads the fields. Without a size, the image is a square (providers/reapi.md §3).
     *
     * @param allowsPixels whether the channel accepts sizes in pixels, too
     */
    Shape read(FieldReader body, boolean allowsPixels) {
        Optional<String> size = body.string("size");
        Optional<Matcher> exact =
                size.filter(text -> allowsPixels).map(PIXELS::matcher).filter(Matcher::matches);
        Optional<PixelSize> pixels = exact.map(match -> pixels(body, match));
        AspectRatio ratio = size.filter(text -> exact.isEmpty())
                .map(text -> ratio(body, text, allowsPixels))
                .orElse(AspectRatio.SQUARE);
        Resolution resolution = resolution(body);
        return pixels.map(exactSize -> new Shape(exactSize, resolution, Optional.empty()))
                .orElseGet(() -> new Shape(pixels(ratio, resolution), resolution, Optional.of(ratio)));
    }

    private static AspectRatio ratio(FieldReader body, String text, boolean allowsPixels) {
        return Optional.of(text)
                .filter(RATIO_NAMES::contains)
                .flatMap(AspectRatio::of)
                .orElseThrow(() -> body.invalid("size", allowsPixels ? USE_RATIO_OR_PIXELS : USE_RATIO));
    }

    private static Resolution resolution(FieldReader body) {
        return body.string("resolution")
                .map(name -> Resolution.of(name)
                        .orElseThrow(() -> body.error("resolution", new FieldError.NotOneOf(name, RESOLUTIONS))))
                .orElse(Resolution.ONE_K);
    }

    private PixelSize pixels(AspectRatio ratio, Resolution resolution) {
        return ratio.pixels(resolution).orElseThrow(() -> errors.brokenRule(FOUR_K_RULE));
    }

    /** The limits are OpenAI's (inferred, providers/reapi.md §3). */
    private static PixelSize pixels(FieldReader body, Matcher match) {
        int width = side(match.group(1));
        int height = side(match.group(2));
        if (width % STEP != 0 || height % STEP != 0) {
            throw invalidSize(body, "Both sides must be multiples of " + STEP + ".");
        }
        if (Math.max(width, height) > MAX_EDGE) {
            throw invalidSize(body, "No side may be longer than " + MAX_EDGE + " pixels.");
        }
        if (Math.max(width, height) > MAX_RATIO * Math.min(width, height)) {
            throw invalidSize(body, "One side may be at most " + MAX_RATIO + " times as long as the other.");
        }
        long pixels = (long) width * height;
        if (pixels < MIN_PIXELS || pixels > MAX_PIXELS) {
            throw invalidSize(body, "It must have %,d to %,d pixels in total.".formatted(MIN_PIXELS, MAX_PIXELS));
        }
        return new PixelSize(width, height);
    }

    private static RuntimeException invalidSize(FieldReader body, String rule) {
        return body.invalid("size", rule);
    }

    /** A side in pixels. A number with too many digits becomes one that exceeds the limit. */
    private static int side(String digits) {
        return digits.length() > 6 ? STEP * MAX_EDGE : Integer.parseInt(digits);
    }
}
