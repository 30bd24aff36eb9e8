package dev.darkroom.task;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What moves a task. */
public sealed interface Progression {

    Progression TIMED = new Timed();

    /** What {@link #parse} takes, in words. */
    String RULE = "timed, instant, held or polls:n with n from 1 to 1000";

    /** As the control API and the settings write it. */
    String text();

    /** Time, on the sandbox' clock. */
    record Timed() implements Progression {

        @Override
        public String text() {
            return "timed";
        }
    }

    /** Nothing needs to: it is finished as soon as it is created. */
    record Instantly() implements Progression {

        @Override
        public String text() {
            return "instant";
        }
    }

    /**
     * Being asked for: with every so many polls it moves one status on, and that poll tells the new one already. Time
     * does not move it.
     *
     * @param each how many polls a move takes
     */
    record Polls(int each) implements Progression {

        @Override
        public String text() {
            return "polls:" + each;
        }
    }

    /** The control API alone, until it is released; then time. */
    record Held() implements Progression {

        @Override
        public String text() {
            return "held";
        }
    }

    /** Empty when it is not as {@link #RULE} says. */
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

    /** Interfaces have no private constants. */
    final class Syntax {

        private static final Pattern POLLS = Pattern.compile("polls: ?(1000|[1-9]\\d{0,2})");

        private Syntax() {}
    }
}
