package dev.darkroom.dialect.reapi;

import dev.darkroom.field.FieldReader;
import dev.darkroom.image.ImageFormat;
import dev.darkroom.image.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The fields that only the official channel has. The vendor's page promises control of format and compression; the
 * names of those fields are OpenAI's (inferred, providers/reapi.md §3).
 *
 * @param warnings warnings about fields without effect
 */
record OfficialFields(Quality quality, Moderation moderation, Output output, List<String> warnings) {

    /** The fields that the basic channel ignores. It refuses {@code mask_url} and more than one image. */
    static final List<String> IGNORED_ELSEWHERE =
            List.of("quality", "background", "moderation", "output_format", "output_compression");

    /** The values for channels without these fields. */
    static final OfficialFields DEFAULTS =
            new OfficialFields(Quality.AUTO, Moderation.AUTO, Output.of(ImageFormat.PNG), List.of());

    static OfficialFields read(FieldReader body) {
        Quality quality = Choice.read(body, "quality", Quality.values()).orElse(Quality.AUTO);
        Background background =
                Choice.read(body, "background", Background.values()).orElse(Background.AUTO);
        Moderation moderation =
                Choice.read(body, "moderation", Moderation.values()).orElse(Moderation.AUTO);
        ImageFormat format =
                Choice.read(body, "output_format", ImageFormat.values()).orElse(ImageFormat.PNG);
        OptionalInt compression = body.wholeNumber("output_compression", 0, 100);
        boolean isTransparent = background == Background.TRANSPARENT;
        if (isTransparent && !format.hasTransparency()) {
            throw body.invalid("background", "A transparent background requires output_format png or webp.");
        }
        List<String> warnings = new ArrayList<>();
        if (compression.isPresent() && format != ImageFormat.JPEG) {
            warnings.add("`output_compression` has no effect unless `output_format` is jpeg");
        }
        return new OfficialFields(
                quality, moderation, new Output(format, jpegQuality(compression), isTransparent), warnings);
    }

    private static int jpegQuality(OptionalInt compression) {
        return compression.isPresent()
                ? Math.max(1, compression.getAsInt())
                : Output.of(ImageFormat.JPEG).quality();
    }
}
