package dev.darkroom.control;

import dev.darkroom.dialect.TaskIds;
import java.util.UUID;

/** Reads what stands in an address; the framework would answer 404 to a number that is none. */
final class Parameters {

    private Parameters() {}

    /** @throws ControlError when it is no UUID */
    static UUID taskId(String name, String text) {
        return TaskIds.parse(text).orElseThrow(() -> ControlError.invalidField(name, "It must be the id of a task."));
    }

    /** @throws ControlError when it is no number from {@code least} to {@code most} */
    static int number(String name, String text, int least, int most) {
        if (text.matches("\\d{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw ControlError.invalidField(name, "It must be a number from " + least + " to " + most + ".");
    }
}
