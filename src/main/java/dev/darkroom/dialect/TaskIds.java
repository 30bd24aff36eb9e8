package dev.darkroom.dialect;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Task ids as they come from outside. */
public final class TaskIds {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private TaskIds() {}

    /** Empty when it is no UUID in full; {@link UUID#fromString} would take less. */
    public static Optional<UUID> parse(String id) {
        String lowerCase = id.toLowerCase(Locale.ROOT);
        return FORM.matcher(lowerCase).matches() ? Optional.of(UUID.fromString(lowerCase)) : Optional.empty();
    }
}
