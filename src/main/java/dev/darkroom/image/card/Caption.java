package dev.darkroom.image.card;

import dev.darkroom.image.PixelSize;
import dev.darkroom.image.raster.Canvas;
import dev.darkroom.image.raster.Outline;
import dev.darkroom.image.raster.Palette;
import dev.darkroom.image.type.Paragraph;
import dev.darkroom.image.type.Typeface;
import dev.darkroom.image.type.Typefaces;

/** The paper with all that is written, in the lower left corner of a picture, no wider than one can read. */
final class Caption {

    private static final int PAPER = 0xFFFBFAF7;
    private static final int INK = 0xFF1F2328;
    private static final int FAINT_INK = 0xFF6B7178;
    private static final int WHITE = 0xFFFFFFFF;

    /** How many colors it takes: each of its inks, with all that is between it and what it is on. */
    static final int COLORS = 5 * Palette.LEVELS;

    private static final String MARK = "FAKE";
    private static final String ORIGIN = "Darkroom drew this. No model did, and no money was spent.";

    private final Canvas canvas;
    private final Typeface regular;
    private final Typeface bold;
    private final Wording wording;
    private final Thumbnails thumbnails;
    private final double unit;
    private final double margin;
    private final double small;
    private final double leading;
    private final double head;
    private final double gap;
    private final double padding;
    private final double width;
    private final double textWidth;
    private final double left;
    private final double bottom;
    private final Paragraph prompt;
    private double y;

    /** @param unit a hundredth of the short side of the picture, in pixels */
    Caption(Canvas canvas, PixelSize size, double unit, Typefaces typefaces, Wording wording, Thumbnails thumbnails) {
        this.canvas = canvas;
        this.regular = typefaces.regular();
        this.bold = typefaces.bold();
        this.wording = wording;
        this.thumbnails = thumbnails;
        this.unit = unit;
        this.margin = 5 * unit;
        this.small = 2.2 * unit;
        this.leading = 3.3 * unit;
        this.head = 6 * unit;
        this.gap = 2 * unit;
        this.padding = 4.5 * unit;
        this.width = Math.min(size.width() - 2 * margin, 105 * unit);
        this.textWidth = width - 2 * padding;
        this.left = margin + padding;
        this.bottom = size.height() - margin;
        double room = Math.min(bottom - margin - heightWithoutPrompt(), size.height() * 0.42);
        this.prompt = Paragraph.fit(wording.prompt(), bold, textWidth, room, 7.5 * unit, 3.2 * unit);
    }

    /** @param accent of the mark that says it is a fake */
    void draw(int accent) {
        double height = heightWithoutPrompt() + prompt.height();
        y = bottom - height;
        canvas.fill(Outline.roundedRectangle(margin, y, width, height, 2.4 * unit), PAPER);
        y += padding;
        drawHead(accent);
        prompt.lines().forEach(this::drawLine);
        y += gap;
        thumbnails.draw(canvas, left, y, textWidth);
        y += thumbnails.height(textWidth);
        wording.rows().forEach(this::drawRow);
    }

    private void drawLine(String line) {
        double indent = prompt.isRightToLeft() ? textWidth - bold.width(line, prompt.size()) : 0;
        int ink = wording.hasPrompt() ? INK : FAINT_INK;
        write(bold, line, left + indent, y + prompt.size(), prompt.size(), ink);
        y += prompt.leading();
    }

    private double heightWithoutPrompt() {
        double rows = wording.rows().size() * leading;
        return padding + head + gap + thumbnails.height(textWidth) + rows + padding;
    }

    private void drawHead(int accent) {
        double height = 3.8 * unit;
        double markWidth = bold.width(MARK, small) + 3 * unit;
        double baseline = y + 2.7 * unit;
        double next = left + markWidth + 1.6 * unit;
        canvas.fill(Outline.roundedRectangle(left, y, markWidth, height, height / 2), accent);
        write(bold, MARK, left + 1.5 * unit, baseline, small, WHITE);
        write(
                regular,
                Paragraph.line(ORIGIN, regular, left + textWidth - next, small),
                next,
                baseline,
                small,
                FAINT_INK);
        y += head;
    }

    private void drawRow(Wording.Row row) {
        double indent = 13 * unit;
        String value = Paragraph.line(row.value(), regular, textWidth - indent, small);
        write(regular, row.name(), left, y + small, small, FAINT_INK);
        write(regular, value, left + indent, y + small, small, INK);
        y += leading;
    }

    private void write(Typeface typeface, String text, double x, double baseline, double size, int color) {
        typeface.write(text, x, baseline, size, letter -> canvas.fill(letter, color));
    }
}
