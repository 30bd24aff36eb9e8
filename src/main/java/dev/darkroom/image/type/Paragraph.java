package dev.darkroom.image.type;

import java.util.ArrayList;
import java.util.List;

/**
 * A text in lines that are no wider than they may be. It is set as large as fits; where even the smallest size does not,
 * it ends with an ellipsis.
 *
 * @param lines from left to right, as they are drawn
 * @param size of the type, in pixels
 * @param isRightToLeft whether they belong to the right edge
 */
public record Paragraph(List<String> lines, double size, boolean isRightToLeft) {

    /** From one line to the next, in sizes of the type. */
    private static final double LEADING = 1.25;

    private static final String ELLIPSIS = "…";

    private static final double STEP = 0.88;

    /**
     * @param width how wide it may be, in pixels
     * @param height how high it may be, in pixels; there is always room for one line
     */
    public static Paragraph fit(
            String text, Typeface typeface, double width, double height, double largest, double smallest) {
        for (double size = largest; size > smallest; size *= STEP) {
            List<String> lines = wrap(text, typeface, width, size, room(height, size) + 1);
            if (lines.size() <= room(height, size)) {
                return of(lines, size);
            }
        }
        int room = Math.max(1, room(height, smallest));
        List<String> lines = wrap(text, typeface, width, smallest, room + 1);
        if (lines.size() > room) {
            lines = new ArrayList<>(lines.subList(0, room));
            lines.set(room - 1, cut(lines.get(room - 1) + ELLIPSIS, typeface, width, smallest));
        }
        return of(lines, smallest);
    }

    /** One line, with an ellipsis where it is too wide. */
    public static String line(String text, Typeface typeface, double width, double size) {
        return typeface.width(text, size) <= width ? text : cut(text + ELLIPSIS, typeface, width, size);
    }

    public double height() {
        return lines.size() * leading();
    }

    /** From one line to the next, in pixels. */
    public double leading() {
        return size * LEADING;
    }

    private static Paragraph of(List<String> lines, double size) {
        ReadingOrder order = ReadingOrder.of(String.join(" ", lines));
        return new Paragraph(lines.stream().map(order::drawn).toList(), size, order.isRightToLeft());
    }

    private static int room(double height, double size) {
        return (int) (height / (size * LEADING));
    }

    /** Takes away letters before the ellipsis until it fits. */
    private static String cut(String text, Typeface typeface, double width, double size) {
        String kept = text.substring(0, text.length() - ELLIPSIS.length());
        while (!kept.isEmpty() && typeface.width(kept.stripTrailing() + ELLIPSIS, size) > width) {
            kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
        }
        return kept.stripTrailing() + ELLIPSIS;
    }

    /** @param most no more lines than this are made */
    private static List<String> wrap(String text, Typeface typeface, double width, double size, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (typeface.width(longer, size) <= width) {
                line.setLength(0);
                line.append(longer);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
            }
            line.setLength(0);
            line.append(breakUp(word, typeface, width, size, lines, most));
            if (lines.size() >= most) {
                return lines.subList(0, most);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** Adds as many lines as a word needs that is wider than one, and gives what is left of it. */
    private static String breakUp(
            String word, Typeface typeface, double width, double size, List<String> lines, int most) {
        String rest = word;
        while (typeface.width(rest, size) > width && lines.size() < most) {
            int end = rest.offsetByCodePoints(0, 1);
            while (end < rest.length()
                    && typeface.width(rest.substring(0, rest.offsetByCodePoints(end, 1)), size) <= width) {
                end = rest.offsetByCodePoints(end, 1);
            }
            lines.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        return rest;
    }
}
