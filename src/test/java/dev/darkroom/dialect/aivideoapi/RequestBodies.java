package dev.darkroom.dialect.aivideoapi;

import static dev.darkroom.api.MixedValues.MISSING;
import static dev.darkroom.api.MixedValues.mostly;
import static dev.darkroom.api.MixedValues.put;
import static dev.darkroom.api.MixedValues.values;

import dev.darkroom.api.image.AspectRatio;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generates create requests that mix valid, nearly valid and invalid values. */
final class RequestBodies {

    private RequestBodies() {}

    static Arbitrary<Map<String, Object>> bodies() {
        Arbitrary<Object> input = Arbitraries.frequencyOf(
                Tuple.of(10, inputs().map(fields -> (Object) fields)),
                Tuple.of(3, values(MISSING, null, "p", 1, List.of())));
        Arbitrary<Map<String, Object>> flat =
                Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just(Map.of())), Tuple.of(1, inputs()));
        return Combinators.combine(
                        mostly("gpt-image-2", MISSING, null, "", "dall-e-3", "GPT-IMAGE-2", 5, List.of()),
                        input,
                        mostly(MISSING, null, "https://e.com/hook", "", "ftp://e.com", 5, Map.of()),
                        flat)
                .as((model, inputValue, callback, topLevel) -> {
                    Map<String, Object> body = new LinkedHashMap<>(topLevel);
                    put(body, "model", model);
                    put(body, "input", inputValue);
                    put(body, "callback_url", callback);
                    return body;
                });
    }

    private static Arbitrary<Map<String, Object>> inputs() {
        String url = "https://e.com/a.png";
        Arbitrary<Object> ratios = Arbitraries.frequencyOf(
                Tuple.of(1, values(MISSING, null)),
                Tuple.of(4, Arbitraries.of(AspectRatio.values()).map(AspectRatio::wireName)),
                Tuple.of(1, values("3:1", "", "AUTO", 1, List.of("1:1"))));
        return Combinators.combine(
                        mostly(
                                "p",
                                MISSING,
                                null,
                                "",
                                "ü🎞",
                                "p".repeat(20_000),
                                "🎞".repeat(20_000),
                                "🎞".repeat(20_001),
                                "a\0",
                                5,
                                true),
                        mostly(
                                MISSING,
                                null,
                                List.of(),
                                List.of(url),
                                Collections.nCopies(16, url),
                                Collections.nCopies(17, url),
                                List.of("x"),
                                Collections.singletonList(null),
                                List.of(1),
                                url,
                                Map.of()),
                        ratios,
                        mostly("4k", MISSING, null, "1k", "2k", "8k", "4K", "", 4),
                        mostly(MISSING, null, true, false, "true", 1),
                        values(MISSING, 1, Map.of("deep", List.of(1))))
                .as((prompt, images, ratio, resolution, checker, extra) -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    put(fields, "prompt", prompt);
                    put(fields, "image_urls", images);
                    put(fields, "aspect_ratio", ratio);
                    put(fields, "resolution", resolution);
                    put(fields, "nsfw_checker", checker);
                    put(fields, "size", extra);
                    return fields;
                });
    }
}
