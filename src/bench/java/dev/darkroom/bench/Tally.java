package dev.darkroom.bench;

/** How many answers came, and how many of them were wrong. */
final class Tally {

    private long answers;
    private long wrong;

    void count(boolean ok) {
        answers++;
        if (!ok) {
            wrong++;
        }
    }

    /** Begins to count answers anew; wrong ones are never forgotten. */
    void reset() {
        answers = 0;
    }

    long answers() {
        return answers;
    }

    long wrong() {
        return wrong;
    }
}
