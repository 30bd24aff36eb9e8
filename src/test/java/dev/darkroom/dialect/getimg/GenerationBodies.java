package dev.darkroom.dialect.getimg;

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

/** Generates requests for images that mix valid, nearly valid and invalid values. */
final class GenerationBodies {

    private static final Map<String, Object> REFERENCE = Map.of("url", "https://e.com/a.png");

    private GenerationBodies() {}

    static Arbitrary<Map<String, Object>> bodies() {
        return Combinators.combine(
                        mostly("gpt-image-2", MISSING, null, "", "dall-e-3", "GPT-IMAGE-2", 5, List.of()),
                        mostly(
                                "p",
                                MISSING,
                                null,
                                "",
                                "ü🎞",
                                "p".repeat(4096),
                                "🎞".repeat(4096),
                                "p".repeat(4097),
                                "🎞".repeat(4097),
                                "a\0",
                                5,
                                Map.of()),
                        ratios(),
                        mostly("2K", MISSING, null, "1K", "4K", "1k", "2k", "", 2),
                        mostly("png", MISSING, null, "jpeg", "webp", "jpg", "PNG", "gif", "", true),
                        Arbitraries.frequencyOf(
                                Tuple.of(3, references()),
                                Tuple.of(
                                        1,
                                        values(
                                                MISSING,
                                                null,
                                                List.of(),
                                                Collections.nCopies(10, REFERENCE),
                                                Collections.nCopies(11, REFERENCE),
                                                List.of("https://e.com/a.png"),
                                                Collections.singletonList(null),
                                                REFERENCE,
                                                "https://e.com/a.png"))),
                        values(MISSING, 1, Map.of("deep", List.of(1))))
                .as((model, prompt, ratio, resolution, format, images, extra) -> {
                    Map<String, Object> body = new LinkedHashMap<>();
                    put(body, "model", model);
                    put(body, "prompt", prompt);
                    put(body, "aspect_ratio", ratio);
                    put(body, "resolution", resolution);
                    put(body, "output_format", format);
                    put(body, "images", images);
                    put(body, "size", extra);
                    return body;
                });
    }

    private static Arbitrary<Object> ratios() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, values(MISSING, null)),
                Tuple.of(8, Arbitraries.of(Shapes.ALL).map(ratio -> (Object) ratio.wireName())),
                Tuple.of(1, values("5:4", "2:1", "auto", "", 1, List.of("1:1"))));
    }

    private static Arbitrary<Object> references() {
        return Combinators.combine(
                        mostly(
                                "https://e.com/a.png",
                                MISSING,
                                null,
                                "HTTP://e.com",
                                "http://a b/c d",
                                "ftp://e.com",
                                "https://",
                                "https:///a",
                                "data:image/png;base64,AAAA",
                                "https://e.com/\n",
                                "https://e.com/\0",
                                "",
                                5),
                        mostly("reference_image", MISSING, null, "first_frame", "", 1),
                        values(MISSING, 1))
                .as((url, role, extra) -> {
                    Map<String, Object> reference = new LinkedHashMap<>();
                    put(reference, "url", url);
                    put(reference, "role", role);
                    put(reference, "type", extra);
                    return reference;
                })
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(list -> (Object) list);
    }
}
