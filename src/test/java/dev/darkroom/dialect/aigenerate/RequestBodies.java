package dev.darkroom.dialect.aigenerate;

import static dev.darkroom.api.MixedValues.MISSING;
import static dev.darkroom.api.MixedValues.mostly;
import static dev.darkroom.api.MixedValues.values;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generates create requests that mix valid, nearly valid and invalid values. */
final class RequestBodies {

    private static final String URL = "https://e.com/a.png";

    private RequestBodies() {}

    static Arbitrary<Map<String, Object>> bodies() {
        Map<String, Arbitrary<Object>> fields = new LinkedHashMap<>();
        fields.put(
                "model",
                Arbitraries.frequencyOf(
                        Tuple.of(19, models()), Tuple.of(1, values(MISSING, null, "", "dall-e-3", 5, List.of()))));
        fields.put(
                "input",
                Arbitraries.frequencyOf(
                        Tuple.of(19, inputs().map(input -> (Object) input)),
                        Tuple.of(1, values(MISSING, null, "p", 1, List.of()))));
        fields.put("callBackUrl", mostly(MISSING, null, "https://e.com/hook", "", "ftp://e.com", 5));
        fields.put("taskId", mostly(MISSING, null, "", "x", "a\0", 5));
        return objects(fields);
    }

    private static Arbitrary<Map<String, Object>> inputs() {
        Map<String, Arbitrary<Object>> fields = new LinkedHashMap<>();
        fields.put(
                "prompt",
                mostly("p", MISSING, null, "", "ü🎞", "🎞".repeat(20_000), "🎞".repeat(20_001), "a\0", 5, true));
        fields.put("aspect_ratio", ratios());
        fields.put("quality", mostly(MISSING, null, "medium", "high", "low", "", 1));
        fields.put("resolution", mostly(MISSING, null, "1K", "2K", "4K", "4k", "8K", 4));
        fields.put("nsfw_checker", mostly(MISSING, null, true, false, "true", 1));
        fields.put("input_urls", urls());
        fields.put("image_urls", urls());
        return objects(fields);
    }

    private static Arbitrary<Object> models() {
        List<Object> models = new ArrayList<>(List.of(
                "openai-gpt-image-2-text-to-image",
                "openai-gpt-image-2-image-to-image",
                "gpt-image-2-text-to-image",
                "gpt-image-2-image-to-image"));
        Model.documented().forEach(model -> models.add(model.slug()));
        return Arbitraries.of(models);
    }

    private static Arbitrary<Object> ratios() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, values(MISSING, null, "1:1", "2:3", "3:2")),
                Tuple.of(2, values("auto", "16:9", "5:4", "9:16")),
                Tuple.of(1, values("2:1", "9:21", "3:1", "", 1)));
    }

    private static Arbitrary<Object> urls() {
        return mostly(
                MISSING,
                null,
                List.of(),
                List.of(URL),
                Collections.nCopies(16, URL),
                Collections.nCopies(17, URL),
                List.of("x"),
                Collections.singletonList(null),
                List.of(1),
                URL);
    }

    private static Arbitrary<Map<String, Object>> objects(Map<String, Arbitrary<Object>> fields) {
        return Combinators.combine(new ArrayList<>(fields.values())).as(values -> {
            Map<String, Object> object = new LinkedHashMap<>();
            Iterator<Object> iterator = values.iterator();
            fields.keySet().forEach(name -> object.put(name, iterator.next()));
            object.values().removeIf(value -> value == MISSING);
            return object;
        });
    }
}
