package dev.darkroom.dialect.openai;

import static dev.darkroom.api.MixedValues.MISSING;
import static dev.darkroom.api.MixedValues.mostly;
import static dev.darkroom.api.MixedValues.put;
import static dev.darkroom.api.MixedValues.values;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Generates requests for images that mix valid, nearly valid and invalid values. They have no sizes that are only too
 * large, too small or too narrow, and no {@code data:} URIs without an image, because a schema cannot refuse these.
 */
final class ImageBodies {

    private static final String PNG = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42m"
            + "NkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
    private static final Map<String, Object> REFERENCE = Map.of("image_url", "https://e.com/a.png");

    private ImageBodies() {}

    static Arbitrary<Map<String, Object>> generations(Object... models) {
        return combined(parameters(models));
    }

    static Arbitrary<Map<String, Object>> edits(Object... models) {
        Map<String, Arbitrary<Object>> parameters = parameters(models);
        parameters.put("images", images());
        parameters.put(
                "mask",
                mostly(
                        MISSING,
                        null,
                        Map.of("image_url", "https://e.com/mask.png"),
                        Map.of("image_url", ""),
                        Map.of("image_url", "ftp://e.com"),
                        Map.of(),
                        "https://e.com/mask.png",
                        List.of()));
        parameters.put("input_fidelity", mostly(MISSING, null, "high", "low", "medium", 1));
        return combined(parameters);
    }

    private static Map<String, Arbitrary<Object>> parameters(Object... models) {
        Map<String, Arbitrary<Object>> parameters = new LinkedHashMap<>();
        parameters.put(
                "model",
                Arbitraries.frequencyOf(
                        Tuple.of(15, values(models)), Tuple.of(1, values(MISSING, null, 5, List.of()))));
        parameters.put(
                "prompt",
                mostly(
                        "p",
                        MISSING,
                        null,
                        "",
                        " ",
                        "ü🎞",
                        "🎞".repeat(32_000),
                        "p".repeat(32_001),
                        "🎞".repeat(32_001),
                        "a\0",
                        5,
                        Map.of()));
        parameters.put("n", mostly(1, MISSING, null, 0, 10, 11, -1, 1.5, "1", true, Long.MAX_VALUE));
        parameters.put(
                "size",
                Arbitraries.frequencyOf(
                        Tuple.of(9, values(MISSING, null, "auto", "1024x1024", "1024x1536", "1536x1024")),
                        Tuple.of(3, values("1536x864", "3840x2160")),
                        Tuple.of(1, values("", "1024", "1024X1024", "1024x1024 ", "-16x16", "16:9", 1024))));
        parameters.put(
                "quality",
                mostly(MISSING, null, "low", "medium", "high", "auto", "xhigh", "max", "hd", "HIGH", "", 1, true));
        parameters.put("background", mostly(MISSING, null, "transparent", "opaque", "auto", "", "white", 1));
        parameters.put("moderation", mostly("low", MISSING, null, "auto", "high", "", false));
        parameters.put("output_format", mostly(MISSING, null, "png", "jpeg", "webp", "jpg", "gif", "PNG", "", 1));
        parameters.put("output_compression", mostly(MISSING, null, 0, 100, 101, -1, 1.5, "50"));
        parameters.put("stream", mostly(false, MISSING, null, true, "true", 1));
        parameters.put("partial_images", mostly(MISSING, null, 0, 3, 4, -1, "1"));
        parameters.put("user", mostly("u", MISSING, null, "", "a\0", 1));
        parameters.put("safety_identifier", mostly("u", MISSING, null, "", "a\0", 1));
        parameters.put("response_format", mostly(MISSING, null, "url"));
        return parameters;
    }

    private static Arbitrary<Map<String, Object>> combined(Map<String, Arbitrary<Object>> parameters) {
        List<String> names = List.copyOf(parameters.keySet());
        return Combinators.combine(new ArrayList<>(parameters.values())).as(chosen -> {
            Map<String, Object> body = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                put(body, names.get(i), chosen.get(i));
            }
            return body;
        });
    }

    private static Arbitrary<Object> images() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, references()),
                Tuple.of(
                        1,
                        values(
                                MISSING,
                                null,
                                List.of(),
                                Collections.nCopies(16, REFERENCE),
                                Collections.nCopies(17, REFERENCE),
                                List.of("https://e.com/a.png"),
                                Collections.singletonList(null),
                                REFERENCE,
                                "https://e.com/a.png")));
    }

    private static Arbitrary<Object> references() {
        return Combinators.combine(
                        mostly(
                                "https://e.com/a.png",
                                MISSING,
                                null,
                                PNG,
                                PNG.replace("data:", "DATA:"),
                                "HTTP://e.com",
                                "http://a b/c d",
                                "ftp://e.com",
                                "https://",
                                "https://e.com/\n",
                                "https://e.com/\0",
                                "data:image/png",
                                "",
                                5),
                        mostly(MISSING, null, "file-1", "", 1),
                        values(MISSING, 1))
                .as((url, file, extra) -> {
                    Map<String, Object> reference = new LinkedHashMap<>();
                    put(reference, "image_url", url);
                    put(reference, "file_id", file);
                    put(reference, "detail", extra);
                    return reference;
                })
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(list -> (Object) list);
    }
}
