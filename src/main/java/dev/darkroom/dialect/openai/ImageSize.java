package dev.darkroom.dialect.openai;

import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.error.ErrorTexts;
import dev.darkroom.image.PixelSize;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code size} (documented and measured, providers/openai.md §3 and §8.1). */
final class ImageSize {

    static final PixelSize SQUARE = new PixelSize(1024, 1024);

    private static final String AUTO = "auto";
    private static final Pattern PIXELS = Pattern.compile("([0-9]{1,6})x([0-9]{1,6})");
    private static final List<String> FIXED = List.of("1024x1024", "1024x1536", "1536x1024", AUTO);

    private static final int STEP = 16;
    private static final int MAX_EDGE = 3840;
    private static final int MAX_RATIO = 3;
    private static final long MIN_PIXELS = 655_360;
    private static final long MAX_PIXELS = 8_294_400;

    private ImageSize() {}

    /** The size that a request names; empty if the vendor chooses it. */
    static Optional<PixelSize> read(Parameters parameters, Model.Generation generation) {
        Optional<String> size = parameters.string("size").filter(text -> !text.equals(AUTO));
        return size.map(text -> generation.allowsAnySize() ? free(parameters, text) : fixed(parameters, text));
    }

    private static PixelSize fixed(Parameters parameters, String size) {
        if (!FIXED.contains(size)) {
            throw parameters.notOneOf("size", size, FIXED);
        }
        Matcher matcher = PIXELS.matcher(size);
        matcher.matches();
        return new PixelSize(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    private static PixelSize free(Parameters parameters, String size) {
        Matcher matcher = PIXELS.matcher(size);
        if (!matcher.matches()) {
            throw invalid(parameters, size, "Expected WIDTHxHEIGHT, for example '1824x1024'.");
        }
        long width = Long.parseLong(matcher.group(1));
        long height = Long.parseLong(matcher.group(2));
        if (width % STEP != 0 || height % STEP != 0) {
            throw invalid(parameters, size, "Width and height must both be divisible by 16.");
        }
        if (Math.max(width, height) > MAX_EDGE) {
            throw invalid(parameters, size, "The longest edge must be less than or equal to 3840.");
        }
        if (width * height < MIN_PIXELS) {
            throw invalid(parameters, size, "Requested resolution is below the current minimum pixel budget.");
        }
        if (width * height > MAX_PIXELS) {
            throw invalid(parameters, size, "Requested resolution exceeds the current pixel budget.");
        }
        if (Math.max(width, height) > MAX_RATIO * Math.min(width, height)) {
            throw invalid(parameters, size, "The aspect ratio must be between 1:3 and 3:1.");
        }
        return new PixelSize((int) width, (int) height);
    }

    private static ApiException invalid(Parameters parameters, String size, String rule) {
        return ErrorCode.INVALID_VALUE
                .about(parameters.named("size"), "Invalid size '" + ErrorTexts.quoted(size) + "'. " + rule)
                .withType(ErrorCode.Type.IMAGE_USER)
                .toException();
    }
}
