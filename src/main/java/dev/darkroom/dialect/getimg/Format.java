package dev.darkroom.dialect.getimg;

import dev.darkroom.image.ImageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What {@code output_format} takes (providers/getimg.md §3). */
enum Format {
    PNG(ImageFormat.PNG),
    /** The one that is taken when none is asked for. */
    JPEG(ImageFormat.JPEG),
    WEBP(ImageFormat.WEBP);

    private final ImageFormat file;

    Format(ImageFormat file) {
        this.file = file;
    }

    static Optional<Format> of(String wireName) {
        return Arrays.stream(values())
                .filter(f -> f.wireName().equals(wireName))
                .findFirst();
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    ImageFormat file() {
        return file;
    }
}
