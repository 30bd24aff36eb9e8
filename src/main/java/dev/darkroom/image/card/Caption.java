package dev.darkroom.image.card;

import dev.darkroom.image.PixelSize;
import dev.darkroom.image.raster.Canvas;
import dev.darkroom.image.raster.Outline;
import dev.darkroom.image.raster.Palette;
import dev.darkroom.image.type.Paragraph;
import dev.darkroom.image.type.Typeface;
import dev.darkroom.image.type.Typefaces;

/** The panel with all text, in the lower left corner of an image. Its width is limited so that lines stay readable. */
final class Caption {

    private static final int PANEL = 0xFFFBFAF7;
    private static final int TEXT = 0xFF1F2328;
    private static final int SECONDARY_TEXT = 0xFF6B7178;
    private static final int WHITE = 0xFFFFFFFF;

    /** The number of palette entries that it needs: its five colors, each with its blends along antialiased edges. */
    static final int COLORS = 5 * Palette.LEVELS;

    private static final String BADGE = "FAKE";
    private static final String DISCLAIMER = "Darkroom drew this. No model did, and no money was spent.";

    private final Canvas canvas;
    private final Typeface regular;
    private final Typeface bold;
    private final Wording wording;
    private final Thumbnails thumbnails;
    private final double unit;
    private final double margin;
    private final double small;
    private final double leading;
    private final double headerHeight;
    private final double gap;
    private final double padding;
    private final double width;
    private final double textWidth;
    private final double left;
    private final double bottom;
    private final Paragraph prompt;
    private double y;

    /** @param unit one hundredth of the image's short side, in pixels */
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
        this.headerHeight = 6 * unit;
        this.gap = 2 * unit;
        this.padding = 4.5 * unit;
        this.width = Math.min(size.width() - 2 * margin, 105 * unit);
        this.textWidth = width - 2 * padding;
        this.left = margin + padding;
        this.bottom = size.height() - margin;
        double maxPromptHeight = Math.min(bottom - margin - heightWithoutPrompt(), size.height() * 0.42);
        this.prompt = Paragraph.fit(wording.prompt(), bold, textWidth, maxPromptHeight, 7.5 * unit, 3.2 * unit);
    }

    /** @param accent the color of the badge that marks the image as a fake */
    void draw(int accent) {
        double height = heightWithoutPrompt() + prompt.height();
        y = bottom - height;
        canvas.fill(Outline.roundedRectangle(margin, y, width, height, 2.4 * unit), PANEL);
        y += padding;
        drawHeader(accent);
        prompt.lines().forEach(this::drawLine);
        y += gap;
        thumbnails.draw(canvas, left, y, textWidth);
        y += thumbnails.height(textWidth);
        wording.rows().forEach(this::drawRow);
    }

    private void drawLine(String line) {
        double indent = prompt.isRightToLeft() ? textWidth - bold.width(line, prompt.size()) : 0;
        int color = wording.hasPrompt() ? TEXT : SECONDARY_TEXT;
        write(bold, line, left + indent, y + prompt.size(), prompt.size(), color);
        y += prompt.leading();
    }

    private double heightWithoutPrompt() {
        double rows = wording.rows().size() * leading;
        return padding + headerHeight + gap + thumbnails.height(textWidth) + rows + padding;
    }

    private void drawHeader(int accent) {
        double height = 3.8 * unit;
        double badgeWidth = bold.width(BADGE, small) + 3 * unit;
        double baseline = y + 2.7 * unit;
        double disclaimerX = left + badgeWidth + 1.6 * unit;
        canvas.fill(Outline.roundedRectangle(left, y, badgeWidth, height, height / 2), accent);
        write(bold, BADGE, left + 1.5 * unit, baseline, small, WHITE);
        write(
                regular,
                Paragraph.line(DISCLAIMER, regular, left + textWidth - disclaimerX, small),
                disclaimerX,
                baseline,
                small,
                SECONDARY_TEXT);
        y += headerHeight;
    }

    private void drawRow(Wording.Row row) {
        double indent = 13 * unit;
        String value = Paragraph.line(row.value(), regular, textWidth - indent, small);
        write(regular, row.name(), left, y + small, small, SECONDARY_TEXT);
        write(regular, value, left + indent, y + small, small, TEXT);
        y += leading;
    }

    private void write(Typeface typeface, String text, double x, double baseline, double size, int color) {
        typeface.write(text, x, baseline, size, glyph -> canvas.fill(glyph, color));
    }
}
