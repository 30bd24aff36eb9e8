package dev.darkroom.dialect.openai;

import dev.darkroom.image.ImageFormat;
import java.util.List;
import java.util.Locale;

/** The values of {@code output_format}, in the order of the vendor's errors. */
enum Format {
    /** The default. */
    PNG(ImageFormat.PNG),
    WEBP(ImageFormat.WEBP),
    JPEG(ImageFormat.JPEG);

    static final List<Format> ALL = List.of(values());

    private final ImageFormat file;

    Format(ImageFormat file) {
        this.file = file;
    }

    static Format of(ImageFormat file) {
        return ALL.stream().filter(format -> format.file == file).findFirst().orElseThrow();
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    ImageFormat file() {
        return file;
    }
}
