package dev.darkroom.image.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.image.PixelSize;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class CanvasTest {

    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;

    private final Raster raster = new Raster(new PixelSize(100, 100), BLACK, new CanvasBuffers());
    private final Canvas canvas = new Canvas(raster);

    /** Each pixel counts by its coverage. */
    @Property
    void discHasExpectedArea(
            @ForAll @DoubleRange(min = 40, max = 60) double x,
            @ForAll @DoubleRange(min = 40, max = 60) double y,
            @ForAll @DoubleRange(min = 2, max = 38) double radius) {
        Raster fresh = new Raster(new PixelSize(100, 100), BLACK, new CanvasBuffers());
        new Canvas(fresh).fill(Outline.circle(x, y, radius), WHITE);

        assertThat(area(fresh)).isCloseTo(Math.PI * radius * radius, within(radius * 0.7 + 1));
    }

    @Test
    void leavesHolesEmpty() {
        Outline ring = rectangle(10, 10, 80, 80);
        ring.moveTo(30, 30).lineTo(30, 70).lineTo(70, 70).lineTo(70, 30).close();

        canvas.fill(ring, WHITE);

        assertThat(raster.color(20, 50)).isEqualTo(WHITE);
        assertThat(raster.color(50, 50)).isEqualTo(BLACK);
        assertThat(area(raster)).isCloseTo(6400 - 1600, within(0.01));
    }

    @Test
    void fillsOverlapsOnce() {
        Outline both = rectangle(10, 10, 40, 40);
        both.moveTo(30, 30).lineTo(70, 30).lineTo(70, 70).lineTo(30, 70).close();

        canvas.fill(both, WHITE);

        assertThat(area(raster)).isCloseTo(1600 + 1600 - 400, within(0.01));
    }

    @Test
    void halfCoveredPixelIsHalfAsBright() {
        canvas.fill(rectangle(10.5, 10, 1, 1), WHITE);

        assertThat(raster.color(10, 10) & 0xFF).isCloseTo(128, within(10));
        assertThat(raster.color(11, 10) & 0xFF).isCloseTo(128, within(10));
    }

    @Test
    void clipsToTheImage() {
        canvas.fill(rectangle(-50, -50, 60, 60), WHITE)
                .fill(rectangle(90, 90, 60, 60), WHITE)
                .fill(Outline.circle(-200, 50, 100), WHITE)
                .fill(Outline.circle(300, 50, 100), WHITE)
                .fill(Outline.circle(50, 300, 100), WHITE)
                .fill(Outline.circle(50, -300, 100), WHITE)
                .fill(-10, 95, 20, 20, WHITE)
                .fill(200, 200, 20, 20, WHITE)
                .set(-1, 5, WHITE);

        assertThat(area(raster)).isCloseTo(100 + 100 + 50, within(0.01));
    }

    @Test
    void keepsTheColorOverTransparentPixels() {
        Raster clear = new Raster(new PixelSize(10, 10), 0, new CanvasBuffers());
        new Canvas(clear).fill(rectangle(2.5, 2, 5, 5), 0xFFFF8000);

        assertThat(clear.color(2, 3) & 0xFFFFFF).isEqualTo(0xFF8000);
        assertThat(clear.color(2, 3) >>> 24).isCloseTo(128, within(10));
        assertThat(clear.color(0, 0) >>> 24).isZero();
    }

    @Test
    void fullPaletteMapsToTheNearestColor() {
        Palette palette = raster.palette();
        for (int i = 0; palette.size() < Palette.MAX; i++) {
            palette.index(BLACK | i << 16);
        }
        assertThat(palette.color(palette.index(0xFF800505)) >> 16 & 0xFF).isBetween(0x7B, 0x85);
    }

    @Test
    void reservesEntries() {
        Palette palette = raster.palette();
        palette.reserve(200);
        for (int i = 0; i < 256; i++) {
            palette.index(BLACK | i);
        }
        assertThat(palette.size()).isEqualTo(56);

        palette.reserve(0);
        assertThat(palette.color(palette.index(0xFF123456))).isEqualTo(0xFF123456);
    }

    private static Outline rectangle(double left, double top, double width, double height) {
        return new Outline()
                .moveTo(left, top)
                .lineTo(left + width, top)
                .lineTo(left + width, top + height)
                .lineTo(left, top + height)
                .close();
    }

    private static double area(Raster raster) {
        double area = 0;
        for (int y = 0; y < raster.size().height(); y++) {
            for (int x = 0; x < raster.size().width(); x++) {
                area += (raster.color(x, y) & 0xFF) / 255.0;
            }
        }
        return area;
    }
}
