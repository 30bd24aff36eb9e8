package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Partial images: the less an image is developed, the paler and coarser it is. */
class DevelopmentTest {

    private static final Placeholder PLACEHOLDER = new Placeholder();
    private static final TestImage IMAGE = TestImage.SQUARE.withSize(512, 384);

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void partialImageHasSameSizeAndFormat(ImageFormat format) {
        ImageFacts facts = IMAGE.withFormat(format).facts().developedTo(25);

        BufferedImage image = Decoders.decode(format, PLACEHOLDER.draw(facts, List.of()));

        assertThat(image.getWidth()).isEqualTo(512);
        assertThat(image.getHeight()).isEqualTo(384);
    }

    @Test
    void imageBecomesDarkerAndFiner() {
        BufferedImage quarter = draw(25);
        BufferedImage half = draw(50);
        BufferedImage complete = draw(ImageFacts.FINISHED);

        assertThat(brightness(quarter)).isGreaterThan(brightness(half));
        assertThat(brightness(half)).isGreaterThan(brightness(complete));
        assertThat(edges(quarter)).isLessThan(edges(half));
        assertThat(edges(half)).isLessThan(edges(complete));
    }

    @Test
    void drawsTheSameBytesEachTime() {
        ImageFacts facts = IMAGE.facts().developedTo(25);

        assertThat(PLACEHOLDER.draw(facts, List.of())).isEqualTo(new Placeholder().draw(facts, List.of()));
    }

    /** The palette of a thread is not shared with the next image. */
    @Test
    void completeImageIsUnchangedAfterPartialOne() {
        byte[] complete = PLACEHOLDER.draw(IMAGE.facts(), List.of());
        PLACEHOLDER.draw(IMAGE.facts().developedTo(10), List.of());

        assertThat(PLACEHOLDER.draw(IMAGE.facts(), List.of())).isEqualTo(complete);
    }

    @Test
    void metadataOfPartialImageSayHowFarItIs() {
        assertThat(IMAGE.facts().developedTo(25).entries()).containsEntry("developed", "25%");
        assertThat(IMAGE.facts().entries()).doesNotContainKey("developed");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101})
    void rejectsOtherPercentages(int percent) {
        assertThatThrownBy(() -> IMAGE.facts().developedTo(percent)).isInstanceOf(IllegalArgumentException.class);
    }

    private static BufferedImage draw(int percent) {
        return Decoders.decode(ImageFormat.PNG, PLACEHOLDER.draw(IMAGE.facts().developedTo(percent), List.of()));
    }

    /** The mean of all channels, from 0 to 255. */
    private static double brightness(BufferedImage image) {
        return IntStream.of(Decoders.pixels(image))
                .mapToDouble(pixel -> ((pixel >> 16 & 0xFF) + (pixel >> 8 & 0xFF) + (pixel & 0xFF)) / 3.0)
                .average()
                .orElseThrow();
    }

    /** The number of pixels that differ from the one to the left. */
    private static int edges(BufferedImage image) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 1; x < image.getWidth(); x++) {
                count += image.getRGB(x, y) == image.getRGB(x - 1, y) ? 0 : 1;
            }
        }
        return count;
    }
}
