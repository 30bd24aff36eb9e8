package dev.darkroom.image;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a picture in a public URL. It says all that is needed to find the task, for a picture is asked for
 * without a key: {@code <tag of the sandbox><task id without dashes>}, 48 hex digits.
 *
 * @param sandboxTag 16 hex digits
 */
public record ImageName(String sandboxTag, UUID taskId) {

    private static final Pattern NAME = Pattern.compile("([0-9a-f]{16})([0-9a-f]{16})([0-9a-f]{16})");

    public static Optional<ImageName> parse(String name) {
        Matcher match = NAME.matcher(name);
        if (!match.matches()) {
            return Optional.empty();
        }
        UUID taskId = new UUID(Long.parseUnsignedLong(match.group(2), 16), Long.parseUnsignedLong(match.group(3), 16));
        return Optional.of(new ImageName(match.group(1), taskId));
    }

    @Override
    public String toString() {
        return sandboxTag + taskId.toString().replace("-", "");
    }
}
