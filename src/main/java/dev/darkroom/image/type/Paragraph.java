package dev.darkroom.image.type;

import java.util.ArrayList;
import java.util.List;

/**
 * A text wrapped to a width. It has the largest type size that fits; if even the smallest does not fit, it ends with an
 * ellipsis.
 *
 * @param lines the lines in visual order, from left to right
 * @param size the type size, in pixels
 * @param isRightToLeft whether the lines are aligned to the right
 */
public record Paragraph(List<String> lines, double size, boolean isRightToLeft) {

    /** The line spacing, relative to the type size. */
    private static final double LEADING = 1.25;

    private static final String ELLIPSIS = "…";

    private static final double SIZE_STEP = 0.88;

    /**
     * @param width the maximum width, in pixels
     * @param height the maximum height, in pixels; the paragraph always has at least one line
     */
    public static Paragraph fit(
            String text, Typeface typeface, double width, double height, double maxSize, double minSize) {
        for (double size = maxSize; size > minSize; size *= SIZE_STEP) {
            List<String> lines = wrap(text, typeface, width, size, maxLines(height, size) + 1);
            if (lines.size() <= maxLines(height, size)) {
                return of(lines, size);
            }
        }
        int maxLines = Math.max(1, maxLines(height, minSize));
        List<String> lines = wrap(text, typeface, width, minSize, maxLines + 1);
        if (lines.size() > maxLines) {
            lines = new ArrayList<>(lines.subList(0, maxLines));
            lines.set(maxLines - 1, truncate(lines.get(maxLines - 1) + ELLIPSIS, typeface, width, minSize));
        }
        return of(lines, minSize);
    }

    /** A single line, truncated with an ellipsis if it is too wide. */
    public static String line(String text, Typeface typeface, double width, double size) {
        return typeface.width(text, size) <= width ? text : truncate(text + ELLIPSIS, typeface, width, size);
    }

    public double height() {
        return lines.size() * leading();
    }

    /** The line spacing, in pixels. */
    public double leading() {
        return size * LEADING;
    }

    private static Paragraph of(List<String> lines, double size) {
        ReadingOrder order = ReadingOrder.of(String.join(" ", lines));
        return new Paragraph(lines.stream().map(order::visual).toList(), size, order.isRightToLeft());
    }

    private static int maxLines(double height, double size) {
        return (int) (height / (size * LEADING));
    }

    /** Removes characters before the ellipsis until the text fits. */
    private static String truncate(String text, Typeface typeface, double width, double size) {
        String kept = text.substring(0, text.length() - ELLIPSIS.length());
        while (!kept.isEmpty() && typeface.width(kept.stripTrailing() + ELLIPSIS, size) > width) {
            kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
        }
        return kept.stripTrailing() + ELLIPSIS;
    }

    /** @param maxLines stops after this number of lines */
    private static List<String> wrap(String text, Typeface typeface, double width, double size, int maxLines) {
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
            line.append(breakWord(word, typeface, width, size, lines, maxLines));
            if (lines.size() >= maxLines) {
                return lines.subList(0, maxLines);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** Breaks a word that is wider than a line. Adds the full lines, and returns the rest. */
    private static String breakWord(
            String word, Typeface typeface, double width, double size, List<String> lines, int maxLines) {
        String remainder = word;
        while (typeface.width(remainder, size) > width && lines.size() < maxLines) {
            int end = remainder.offsetByCodePoints(0, 1);
            while (end < remainder.length()
                    && typeface.width(remainder.substring(0, remainder.offsetByCodePoints(end, 1)), size) <= width) {
                end = remainder.offsetByCodePoints(end, 1);
            }
            lines.add(remainder.substring(0, end));
            remainder = remainder.substring(end);
        }
        return remainder;
    }
}
