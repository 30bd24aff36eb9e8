package dev.darkroom.dialect.reapi;

import static dev.darkroom.api.MixedValues.MISSING;
import static dev.darkroom.api.MixedValues.mostly;
import static dev.darkroom.api.MixedValues.put;
import static dev.darkroom.api.MixedValues.values;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generates submit requests that mix valid, nearly valid and invalid values. */
final class RequestBodies {

    private static final String URL = "https://e.com/a.png";

    private RequestBodies() {}

    static Arbitrary<Map<String, Object>> bodies() {
        return Combinators.combine(common(), official()).as((common, official) -> {
            Map<String, Object> body = new LinkedHashMap<>(common);
            body.putAll(official);
            return body;
        });
    }

    private static Arbitrary<Map<String, Object>> common() {
        Arbitrary<Object> models = Arbitraries.frequencyOf(
                Tuple.of(4, values("gpt-image-2-official")),
                Tuple.of(4, values("gpt-image-2", MISSING, null)),
                Tuple.of(1, values("", "gpt-image-2-beta", "dall-e-3", 5, List.of())));
        Arbitrary<Object> prompts =
                mostly("p", MISSING, null, "", "ü🎞", "p".repeat(4000), "🎞".repeat(4000), "🎞".repeat(4001), "a\0", 5);
        Arbitrary<Object> images = Arbitraries.frequencyOf(
                Tuple.of(8, values(MISSING, List.of(URL), List.of())),
                Tuple.of(
                        2,
                        values(
                                null,
                                Collections.nCopies(16, URL),
                                Collections.nCopies(17, URL),
                                List.of("x"),
                                Collections.singletonList(null),
                                List.of(1),
                                URL,
                                Map.of())));
        return Combinators.combine(
                        models, prompts, sizes(), mostly(MISSING, null, "1k", "2k", "4k", "8k", "4K", 4), images)
                .as((model, prompt, size, resolution, imageUrls) -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    put(fields, "model", model);
                    put(fields, "prompt", prompt);
                    put(fields, "size", size);
                    put(fields, "resolution", resolution);
                    put(fields, "image_urls", imageUrls);
                    return fields;
                });
    }

    /** All generated pixel sizes are within the limits, because a schema cannot limit the number of pixels. */
    private static Arbitrary<Object> sizes() {
        return Arbitraries.frequencyOf(
                Tuple.of(2, values(MISSING, null)),
                Tuple.of(6, Arbitraries.of(ShapeReader.RATIOS.split(", "))),
                Tuple.of(1, values("1024x1024", "3840x2160")),
                Tuple.of(1, values("3:1", "", "AUTO", 1, List.of("1:1"), "1024X1024", "x", "1024x", "1024x1024\n")));
    }

    private static Arbitrary<Map<String, Object>> official() {
        return Combinators.combine(
                        mostly(MISSING, null, 1, 2, 4, 5, 0, -1, 1.5, "1", true),
                        mostly(MISSING, null, "auto", "low", "high", "hd", "", 1),
                        mostly(MISSING, null, URL, "http://10.0.0.1/", "", 1),
                        mostly(MISSING, null, "auto", "opaque", "transparent", "white", 1),
                        mostly(MISSING, null, "auto", "low", "none", 1),
                        mostly(MISSING, null, "png", "jpeg", "webp", "gif", 1),
                        mostly(MISSING, null, 0, 100, 101, -1, 0.5, "50"))
                .as((n, quality, mask, background, moderation, format, compression) -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    put(fields, "n", n);
                    put(fields, "quality", quality);
                    put(fields, "mask_url", mask);
                    put(fields, "background", background);
                    put(fields, "moderation", moderation);
                    put(fields, "output_format", format);
                    put(fields, "output_compression", compression);
                    return fields;
                });
    }
}
