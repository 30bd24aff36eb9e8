package dev.darkroom.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words in a prompt that pick what becomes of it: {@code [[fail: upstream_error]]}. Several may stand in one prompt;
 * of the same word the first counts.
 *
 * @param reject the error code with which no task shall be created
 * @param fail the error code with which the task shall fail; empty text for the usual one
 * @param nsfw whether a checker of content shall find something
 * @param unknown what stands in double brackets and is no trigger, brackets included
 */
public record PromptTriggers(Optional<String> reject, Optional<String> fail, boolean nsfw, List<String> unknown) {

    /** What {@link #read} knows. */
    public static final String WORDS = "[[reject: <error code>]], [[fail: <error code>]], [[nsfw]]";

    private static final String OPENING = "[[";
    private static final Pattern TRIGGER = Pattern.compile("\\[\\[([^\\[\\]]{1,100})]]");

    public static PromptTriggers read(String prompt) {
        Reading reading = new Reading();
        if (prompt.contains(OPENING)) {
            for (Matcher matcher = TRIGGER.matcher(prompt); matcher.find(); ) {
                reading.add(matcher.group(1).split(":", 2), matcher.group());
            }
        }
        return new PromptTriggers(
                Optional.ofNullable(reading.reject),
                Optional.ofNullable(reading.fail),
                reading.nsfw,
                List.copyOf(reading.unknown));
    }

    private static final class Reading {

        private String reject;
        private String fail;
        private boolean nsfw;
        private final List<String> unknown = new ArrayList<>();

        void add(String[] parts, String whole) {
            String word = parts[0].strip().toLowerCase(Locale.ROOT);
            String value = parts.length == 1 ? "" : parts[1].strip().toLowerCase(Locale.ROOT);
            if (word.equals("reject") && !value.isEmpty()) {
                reject = reject == null ? value : reject;
            } else if (word.equals("fail")) {
                fail = fail == null ? value : fail;
            } else if (word.equals("nsfw") && value.isEmpty()) {
                nsfw = true;
            } else {
                unknown.add(whole);
            }
        }
    }
}
