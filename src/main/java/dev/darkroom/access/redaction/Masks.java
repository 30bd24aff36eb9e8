package dev.darkroom.access.redaction;

import dev.darkroom.access.ApiKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** The parts of a text to mask. Parts may overlap, because a text may be found in several layers of escapes. */
final class Masks {

    private static final String HIDDEN = Character.toString(DecodedText.ELLIPSIS);

    private static final Comparator<Part> ORDER = Comparator.comparingInt(Part::start)
            .thenComparing(Part::end, Comparator.reverseOrder())
            .thenComparing(part -> part.mask().length());

    /** Below this number, the same parts found in many layers do no harm. */
    private static final int MIN_TO_JOIN = 1000;

    private List<Part> parts = new ArrayList<>();
    private int nextJoin = MIN_TO_JOIN;

    /** Hides a part whole. */
    void hide(int start, int end) {
        add(new Part(start, end, HIDDEN));
    }

    /** Shortens a key as {@link ApiKey#masked} does. A mask has no character that means something in JSON or a URL. */
    void shorten(int start, int end, String key) {
        StringBuilder mask = new StringBuilder(new ApiKey(key).masked());
        for (int i = 0; i < mask.length(); i++) {
            char c = mask.charAt(i);
            if (c < 128 && !KeyPattern.isKeyCharacter(c)) {
                mask.setCharAt(i, '.');
            }
        }
        add(new Part(start, end, mask.toString()));
    }

    /** Returns the same object if there is nothing to mask. */
    String applyTo(String text, UnaryOperator<String> encoding) {
        if (parts.isEmpty()) {
            return text;
        }
        join();
        StringBuilder masked = new StringBuilder(text.length());
        int copied = 0;
        for (Part part : parts) {
            masked.append(text, copied, part.start()).append(encoding.apply(part.mask()));
            copied = part.end();
        }
        return masked.append(text, copied, text.length()).toString();
    }

    private void add(Part part) {
        parts.add(part);
        if (parts.size() >= nextJoin) {
            join();
            nextJoin = Math.max(MIN_TO_JOIN, 2 * parts.size());
        }
    }

    /** Joins parts that overlap. */
    private void join() {
        parts.sort(ORDER);
        List<Part> joined = new ArrayList<>();
        Part last = null;
        for (Part part : parts) {
            if (last != null && part.start() < last.end()) {
                last = last.joined(part);
                joined.set(joined.size() - 1, last);
            } else {
                last = part;
                joined.add(part);
            }
        }
        parts = joined;
    }

    private record Part(int start, int end, String mask) {

        /** @param next overlaps this part, and does not begin before it */
        Part joined(Part next) {
            return next.end <= end ? this : new Part(start, next.end, HIDDEN);
        }
    }
}
