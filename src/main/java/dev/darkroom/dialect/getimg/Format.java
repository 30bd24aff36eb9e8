package dev.darkroom.dialect.getimg;

import dev.darkroom.image.ImageFormat;
import java.util.Locale;

/** The values of {@code output_format} (providers/getimg.md §3). */
enum Format {
    PNG(ImageFormat.PNG),
    /** The default. */
    JPEG(ImageFormat.JPEG),
    WEBP(ImageFormat.WEBP);

    private final ImageFormat file;

    Format(ImageFormat file) {
        this.file = file;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    ImageFormat file() {
        return file;
    }
}
