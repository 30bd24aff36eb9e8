package dev.darkroom.control;

import dev.darkroom.api.TaskIds;
import dev.darkroom.field.TextRules;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;

/**
 * Reads path and query parameters. With typed parameters, the framework would respond to an invalid number with 404.
 */
final class Parameters {

    private static final int MAX_NAME_LENGTH = 40;

    private Parameters() {}

    /** @throws ControlException when the URI has any other parameter, which would have no effect */
    static void rejectUnknown(UriInfo uri, String... names) {
        List<String> known = List.of(names);
        uri.getQueryParameters().keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw ControlException.unknownParameter(TextRules.quotable(name, MAX_NAME_LENGTH), known);
                });
    }

    /** @throws ControlException when the text is not a task id */
    static UUID taskId(String name, String text) {
        return TaskIds.read(text)
                .orElseThrow(() -> ControlException.invalidField(name, "It must be the id of a task."));
    }

    /** @throws ControlException when the text is not a number from {@code min} to {@code max} */
    static int number(String name, String text, int min, int max) {
        if (text.matches("\\d{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        }
        throw ControlException.invalidField(name, "It must be a number from " + min + " to " + max + ".");
    }
}
