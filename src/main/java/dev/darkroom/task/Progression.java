package dev.darkroom.task;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What changes the status of a task. */
public sealed interface Progression {

    Progression TIMED = new Timed();

    /** The values that {@link #parse} accepts, as text for messages. */
    String RULE = "timed, instant, held or polls:n with n from 1 to 1000";

    /** The value as in the control API and the settings. */
    String text();

    /** The time of the sandbox's clock. */
    record Timed() implements Progression {

        @Override
        public String text() {
            return "timed";
        }
    }

    /** Nothing: the task is finished as soon as it is created. */
    record Instantly() implements Progression {

        @Override
        public String text() {
            return "instant";
        }
    }

    /**
     * Polls: after {@code count} polls, the task reaches its next status, which the last of these polls already
     * reports. Time does not change it.
     *
     * @param count polls per status change, from 1 to 1000
     */
    record Polls(int count) implements Progression {

        @Override
        public String text() {
            return "polls:" + count;
        }
    }

    /** The control API; once it has released the task, time. */
    record Held() implements Progression {

        @Override
        public String text() {
            return "held";
        }
    }

    /** Empty unless the text matches {@link #RULE}. */
    static Optional<Progression> parse(String text) {
        Matcher polls = Syntax.POLLS.matcher(text);
        if (polls.matches()) {
            return Optional.of(new Polls(Integer.parseInt(polls.group(1))));
        }
        return switch (text) {
            case "timed" -> Optional.of(TIMED);
            case "instant" -> Optional.of(new Instantly());
            case "held" -> Optional.of(new Held());
            default -> Optional.empty();
        };
    }

    /** Holds what an interface cannot keep private. */
    final class Syntax {

        private static final Pattern POLLS = Pattern.compile("polls: ?(1000|[1-9]\\d{0,2})");

        private Syntax() {}
    }
}
