package dev.darkroom.dialect.aigenerate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.http.json.Json;
import dev.darkroom.http.json.Json.MalformedJsonException;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Warns about a retry that does not do what its author seems to expect. */
final class RetryWarnings {

    private RetryWarnings() {}

    /**
     * The warnings about a retry.
     *
     * @param param the retry, as the record of a task would repeat it
     * @param existing the task that it names
     */
    static List<String> of(String param, TaskView existing) {
        List<String> warnings = new ArrayList<>();
        SortedSet<String> differences = differences(param, existing.spec().requestBody());
        if (!differences.isEmpty()) {
            warnings.add("This retry differs in `" + String.join("`, `", differences)
                    + "` from the request that created the task; the task keeps what the first request said");
        }
        if (existing.status() == TaskStatus.FAILED) {
            warnings.add("This retry names a task that has failed; it does not start again. To try again, create a"
                    + " task without this `taskId`");
        }
        return warnings;
    }

    /** The names of the fields that only one of two requests has, or that have different values. */
    private static SortedSet<String> differences(String param, String firstParam) {
        SortedSet<String> names = new TreeSet<>();
        if (!param.equals(firstParam)) {
            addDifferences("", read(param), read(firstParam), names);
        }
        return names;
    }

    private static void addDifferences(String prefix, JsonNode retry, JsonNode first, SortedSet<String> names) {
        SortedSet<String> fields = new TreeSet<>();
        retry.fieldNames().forEachRemaining(fields::add);
        first.fieldNames().forEachRemaining(fields::add);
        for (String name : fields) {
            JsonNode value = retry.path(name);
            JsonNode firstValue = first.path(name);
            if (value.isObject() && firstValue.isObject()) {
                addDifferences(prefix + name + ".", value, firstValue, names);
            } else if (!isSame(value, firstValue)) {
                names.add(prefix + name);
            }
        }
    }

    /** Whether both fields have the same value. A null is the same as a missing field. */
    private static boolean isSame(JsonNode value, JsonNode firstValue) {
        return value.equals(firstValue) || isAbsent(value) && isAbsent(firstValue);
    }

    private static JsonNode read(String param) {
        try {
            return Json.readObject(param.getBytes(UTF_8));
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("Darkroom wrote this JSON", e);
        }
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isNull() || value.isMissingNode();
    }
}
