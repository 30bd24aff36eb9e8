package dev.darkroom.control;

import dev.darkroom.api.TaskIds;
import dev.darkroom.field.TextRules;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;

/** Reads what stands in an address; the framework would answer 404 to a number that is none. */
final class Parameters {

    private static final int MAX_NAME = 40;

    private Parameters() {}

    /** @throws ControlError when the address has another, which would do nothing */
    static void only(UriInfo address, String... names) {
        List<String> known = List.of(names);
        address.getQueryParameters().keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw ControlError.unknownParameter(TextRules.quotable(name, MAX_NAME), known);
                });
    }

    /** @throws ControlError when it is no UUID */
    static UUID taskId(String name, String text) {
        return TaskIds.read(text).orElseThrow(() -> ControlError.invalidField(name, "It must be the id of a task."));
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
