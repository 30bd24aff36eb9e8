package dev.darkroom.chaos;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words in a prompt that pick what becomes of it: {@code [[fail: upstream_error]]}. Several may stand in one prompt.
 *
 * @param reject the error codes with which no task shall be created, in the order in which they stand
 * @param fail the error codes with which the task shall fail; an empty text is the usual one
 * @param nsfw whether a checker of content shall find something
 * @param progression what shall move the task, in the order in which they stand
 * @param unknown what stands in double brackets and is no trigger, brackets included, each but once
 */
public record PromptTriggers(
        List<String> reject, List<String> fail, boolean nsfw, List<String> progression, List<String> unknown) {

    /** What {@link #read} knows. */
    public static final String WORDS = "[[reject: <error code>]], [[fail: <error code>]], [[nsfw]],"
            + " [[progression: <timed, instant, held or polls:n>]]";

    /** Those of a prompt without any. */
    public static final PromptTriggers NONE = new PromptTriggers(List.of(), List.of(), false, List.of(), List.of());

    private static final String OPENING = "[[";
    private static final Pattern TRIGGER = Pattern.compile("\\[\\[([^\\[\\]:]*)(:[^\\[\\]]*)?]]");

    public static PromptTriggers read(String prompt) {
        if (!prompt.contains(OPENING)) {
            return NONE;
        }
        Set<String> reject = new LinkedHashSet<>();
        Set<String> fail = new LinkedHashSet<>();
        Set<String> progression = new LinkedHashSet<>();
        Set<String> unknown = new LinkedHashSet<>();
        boolean nsfw = false;
        for (Matcher matcher = TRIGGER.matcher(prompt); matcher.find(); ) {
            String word = plain(matcher.group(1));
            String value =
                    matcher.group(2) == null ? "" : plain(matcher.group(2).substring(1));
            if (word.equals("reject") && !value.isEmpty()) {
                reject.add(value);
            } else if (word.equals("fail")) {
                fail.add(value);
            } else if (word.equals("progression") && !value.isEmpty()) {
                progression.add(value);
            } else if (word.equals("nsfw") && value.isEmpty()) {
                nsfw = true;
            } else {
                unknown.add(matcher.group());
            }
        }
        return new PromptTriggers(
                List.copyOf(reject), List.copyOf(fail), nsfw, List.copyOf(progression), List.copyOf(unknown));
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
