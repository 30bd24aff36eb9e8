package dev.darkroom.image.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.image.PixelSize;
import dev.darkroom.image.raster.Canvas;
import dev.darkroom.image.raster.CanvasBuffers;
import dev.darkroom.image.raster.Outline;
import dev.darkroom.image.raster.Raster;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with Apache FontBox, which needs AWT. */
class TrueTypeTest {

    private static final int SIDE = 120;
    private static final double LEFT = 30;
    private static final double BASELINE = 80;
    private static final double SCALE = 0.025;

    /** FontBox stores points as floats, so blending may round to the neighboring step. */
    private static final Comparator<int[]> NEARLY =
            (a, b) -> IntStream.range(0, a.length).allMatch(i -> Math.abs(a[i] - b[i]) <= 20) ? 0 : 1;

    @ParameterizedTest
    @ValueSource(strings = {"Regular", "Bold"})
    void mapsAllCharactersToGlyphsAndWidths(String style) throws Exception {
        byte[] file = file(style);
        TrueType font = new TrueType(file);
        try (TrueTypeFont expectedFont = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            for (int character = 0; character <= Character.MAX_VALUE; character++) {
                int glyph = expectedFont.getUnicodeCmapLookup().getGlyphId(character);
                assertThat(font.glyph(character)).as("U+%04X", character).isEqualTo(glyph);
                assertThat(font.width(glyph)).isEqualTo(expectedFont.getAdvanceWidth(glyph));
            }
            assertThat(font.unitsPerEm()).isEqualTo(expectedFont.getUnitsPerEm());
        }
    }

    /** Includes composite glyphs, such as letters with accents. */
    @ParameterizedTest
    @ValueSource(strings = {"Regular", "Bold"})
    void drawsAllGlyphs(String style) throws Exception {
        byte[] file = file(style);
        TrueType font = new TrueType(file);
        try (TrueTypeFont expectedFont = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            for (int glyph = 0; glyph < expectedFont.getNumberOfGlyphs(); glyph++) {
                Outline drawn = new Outline();
                new GlyphReader(font, drawn).add(glyph, Placement.at(LEFT, BASELINE, SCALE));
                GlyphData data = expectedFont.getGlyph().getGlyph(glyph);
                Outline expected = data == null ? new Outline() : outline(data.getPath());
                assertThat(brightness(drawn))
                        .as("glyph %d", glyph)
                        .usingComparator(NEARLY)
                        .isEqualTo(brightness(expected));
            }
        }
    }

    private static int[] brightness(Outline outline) {
        Raster raster = new Raster(new PixelSize(SIDE, SIDE), 0xFF000000, new CanvasBuffers());
        new Canvas(raster).fill(outline, 0xFFFFFFFF);
        int[] brightness = new int[SIDE * SIDE];
        Arrays.setAll(brightness, i -> raster.color(i % SIDE, i / SIDE) & 0xFF);
        return brightness;
    }

    private static Outline outline(GeneralPath path) {
        return outline(path.getPathIterator(new AffineTransform(SCALE, 0, 0, -SCALE, LEFT, BASELINE)));
    }

    private static Outline outline(PathIterator path) {
        Outline outline = new Outline();
        double[] to = new double[6];
        for (; !path.isDone(); path.next()) {
            switch (path.currentSegment(to)) {
                case PathIterator.SEG_MOVETO -> outline.moveTo(to[0], to[1]);
                case PathIterator.SEG_LINETO -> outline.lineTo(to[0], to[1]);
                case PathIterator.SEG_QUADTO -> outline.curveTo(to[0], to[1], to[2], to[3]);
                case PathIterator.SEG_CLOSE -> outline.close();
                default -> throw new IllegalStateException("TrueType has no cubic curves");
            }
        }
        return outline;
    }

    private static byte[] file(String style) throws Exception {
        try (InputStream in = TrueTypeTest.class.getResourceAsStream("/liberation/LiberationSans-" + style + ".ttf")) {
            return in.readAllBytes();
        }
    }
}
