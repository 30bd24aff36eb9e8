package dev.darkroom.image.card;

import dev.darkroom.image.ImageFacts;
import dev.darkroom.image.Output;
import dev.darkroom.image.PixelSize;
import dev.darkroom.image.Thumbnail;
import dev.darkroom.image.raster.Canvas;
import dev.darkroom.image.raster.Memory;
import dev.darkroom.image.raster.Outline;
import dev.darkroom.image.raster.Palette;
import dev.darkroom.image.raster.Raster;
import dev.darkroom.image.type.Legible;
import dev.darkroom.image.type.Paragraph;
import dev.darkroom.image.type.Typeface;
import dev.darkroom.image.type.Typefaces;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A picture that says what it stands for: a background that follows from the prompt, and a sheet of paper with the facts. */
public final class Card {

    private static final int CLEAR = 0x00000000;
    private static final int PAPER = 0xFFFBFAF7;
    private static final int INK = 0xFF1F2328;
    private static final int FAINT_INK = 0xFF6B7178;
    private static final int WHITE = 0xFFFFFFFF;

    /** With all that is between each ink and the paper. */
    private static final int COLOURS_OF_PAPER = 5 * Palette.LEVELS;

    /** Far more characters than there is ever room for. */
    private static final int MOST_CHARACTERS = 1200;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Typeface regular;
    private final Typeface bold;
    private final ImageFacts facts;
    private final List<Thumbnail> thumbnails;
    private final PixelSize size;
    private final double unit;
    private final Legible prompt;

    /** @param thumbnails of the references, where somebody looked at them */
    public Card(Typefaces typefaces, ImageFacts facts, List<Thumbnail> thumbnails) {
        this.regular = typefaces.regular();
        this.bold = typefaces.bold();
        this.facts = facts;
        this.thumbnails = thumbnails;
        this.size = facts.image().size();
        this.unit = Math.min(size.width(), size.height()) / 100.0;
        this.prompt = Legible.of(facts.prompt(), regular, MOST_CHARACTERS);
    }

    public Raster draw(Memory memory) {
        Output output = facts.image().output();
        boolean isTransparent = output.isTransparent() && output.format().hasTransparency();
        Background background = new Background(facts.prompt());
        Raster raster =
                new Raster(size, isTransparent ? CLEAR : background.tones().ground(0), memory);
        Canvas canvas = new Canvas(raster);
        raster.palette().keepFree(COLOURS_OF_PAPER + (thumbnails.isEmpty() ? 0 : Thumbnails.COLOURS));
        background.draw(canvas, size, isTransparent);
        raster.palette().keepFree(0);
        new Sheet(canvas, background.tones().deepAccent(), new Thumbnails(thumbnails, unit)).draw();
        return raster;
    }

    /** The paper, in the lower left corner, no wider than one can read. */
    private final class Sheet {

        private final Canvas canvas;
        private final int accent;
        private final Thumbnails pictures;
        private final double margin = 5 * unit;
        private final double padding = 4.5 * unit;
        private final double small = 2.2 * unit;
        private final double leading = 3.3 * unit;
        private final double width = Math.min(size.width() - 2 * margin, 105 * unit);
        private final double textWidth = width - 2 * padding;
        private final double left = margin + padding;
        private final List<Fact> rows = rows();
        private final Paragraph paragraph;
        private double y;

        Sheet(Canvas canvas, int accent, Thumbnails pictures) {
            this.canvas = canvas;
            this.accent = accent;
            this.pictures = pictures;
            double room = size.height() - 2 * margin - fixedHeight();
            this.paragraph = Paragraph.fit(
                    prompt.text().isEmpty() ? "No prompt" : prompt.text(),
                    bold,
                    textWidth,
                    Math.min(room, size.height() * 0.42),
                    7.5 * unit,
                    3.2 * unit);
        }

        void draw() {
            double height = fixedHeight() + paragraph.height();
            double top = size.height() - margin - height;
            canvas.fill(Outline.roundedRectangle(margin, top, width, height, 2.4 * unit), PAPER);
            y = top + padding;
            drawHead();
            for (String line : paragraph.lines()) {
                write(bold, line, left, y + paragraph.size(), paragraph.size(), INK);
                y += paragraph.leading();
            }
            y += 2 * unit;
            pictures.draw(canvas, left, y, textWidth);
            y += pictures.height(textWidth);
            rows.forEach(this::drawRow);
        }

        private double fixedHeight() {
            return 2 * padding + 6 * unit + 2 * unit + pictures.height(textWidth) + rows.size() * leading;
        }

        private void drawHead() {
            double pillHeight = 3.8 * unit;
            String mark = "FAKE";
            double markWidth = bold.width(mark, small) + 3 * unit;
            canvas.fill(Outline.roundedRectangle(left, y, markWidth, pillHeight, pillHeight / 2), accent);
            write(bold, mark, left + 1.5 * unit, y + 2.7 * unit, small, WHITE);
            String origin = Paragraph.line(
                    "Darkroom drew this. No model did, and it cost nothing.",
                    regular,
                    textWidth - markWidth - 1.6 * unit,
                    small);
            write(regular, origin, left + markWidth + 1.6 * unit, y + 2.7 * unit, small, FAINT_INK);
            y += 6 * unit;
        }

        private void drawRow(Fact row) {
            double indent = 13 * unit;
            write(regular, row.name(), left, y + small, small, FAINT_INK);
            write(
                    regular,
                    Paragraph.line(row.value(), regular, textWidth - indent, small),
                    left + indent,
                    y + small,
                    small,
                    INK);
            y += leading;
        }

        private void write(Typeface typeface, String text, double x, double baseline, double height, int colour) {
            typeface.write(text, x, baseline, height, letter -> canvas.fill(letter, colour));
        }
    }

    private List<Fact> rows() {
        List<Fact> rows = new ArrayList<>();
        String resolution =
                facts.image().resolution().isEmpty() ? "" : ", " + facts.image().resolution();
        rows.add(new Fact("Size", size.width() + " × " + size.height() + resolution));
        rows.add(new Fact("Model", legible(facts.model())));
        rows.add(new Fact("Mode", legible(facts.mode())));
        if (facts.references().count() > 0) {
            rows.add(new Fact("References", Integer.toString(facts.references().count())));
        }
        rows.add(new Fact("Task", facts.taskId()));
        rows.add(new Fact("Time", TIME.format(facts.time())));
        if (prompt.isChanged()) {
            rows.add(new Fact("‹ ›", "Letters that the font lacks, in Latin ones or as code points"));
        }
        return rows;
    }

    private String legible(String text) {
        return Legible.of(text, regular, MOST_CHARACTERS).text();
    }

    private record Fact(String name, String value) {}
}
