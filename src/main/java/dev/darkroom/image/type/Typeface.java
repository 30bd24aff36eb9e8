package dev.darkroom.image.type;

import dev.darkroom.image.raster.Outline;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/**
 * A bundled typeface: Liberation Sans (SIL Open Font License 1.1), from openpdf-fonts-extra. It has Latin, Greek,
 * Cyrillic and Hebrew letters. Darkroom never uses the machine's fonts.
 *
 * <p>Thread-safe.
 */
public final class Typeface {

    private static final String REGULAR = "/liberation/LiberationSans-Regular.ttf";
    private static final String BOLD = "/liberation/LiberationSans-Bold.ttf";

    private final TrueType font;
    private final double unitsPerEm;

    private Typeface(TrueType font) {
        this.font = font;
        this.unitsPerEm = font.unitsPerEm();
    }

    public static Typeface regular() {
        return load(REGULAR);
    }

    public static Typeface bold() {
        return load(BOLD);
    }

    /** Whether it has a glyph for this character. */
    public boolean has(int codePoint) {
        return font.glyph(codePoint) != TrueType.MISSING;
    }

    /** The width of a text, in pixels. */
    public double width(String text, double size) {
        return text.codePoints().mapToDouble(this::width).sum() * size / unitsPerEm;
    }

    /**
     * Writes a text, glyph by glyph from left to right.
     *
     * @param left the x coordinate of the start, in pixels
     * @param baseline the y coordinate of the baseline, in pixels
     * @param size the type size, in pixels
     * @param pen receives the outline of each glyph, which is only valid during the call
     */
    public void write(String text, double left, double baseline, double size, Consumer<Outline> pen) {
        double scale = size / unitsPerEm;
        Outline outline = new Outline();
        GlyphReader reader = new GlyphReader(font, outline);
        double x = left;
        for (int codePoint : text.codePoints().toArray()) {
            outline.clear();
            reader.add(font.glyph(codePoint), Placement.at(x, baseline, scale));
            pen.accept(outline);
            x += width(codePoint) * scale;
        }
    }

    private int width(int codePoint) {
        return font.width(font.glyph(codePoint));
    }

    private static Typeface load(String name) {
        try (InputStream file = Typeface.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the font " + name + " is missing: is openpdf-fonts-extra on the class"
                        + " path, and in the resources of a native image?");
            }
            return new Typeface(new TrueType(file.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
