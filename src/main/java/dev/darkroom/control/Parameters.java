package dev.darkroom.control;

import dev.darkroom.api.TaskIds;
import java.util.UUID;

/**
 * Reads path and query parameters. With typed parameters, the framework would respond to an invalid number with 404.
 */
final class Parameters {

    private Parameters() {}

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
