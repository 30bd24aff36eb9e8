package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judge is the JDK's own decoder, which the project itself does not use. */
class PlaceholderTest {

    @ParameterizedTest
    @CsvSource({"1,1", "7,3", "64,64", "1024,1024", "864,2016", "3840,1648"})
    void isOfTheExactSize(int width, int height) throws IOException {
        BufferedImage image = decode(new Placeholder(new PixelSize(width, height), "seed").png());

        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
    }

    @Test
    void isTheSameOnEveryDraw() {
        PixelSize size = new PixelSize(1536, 864);

        assertThat(new Placeholder(size, "seed").png()).isEqualTo(new Placeholder(size, "seed").png());
    }

    @Test
    void looksDifferentForAnotherSeed() {
        PixelSize size = new PixelSize(64, 64);
        Set<String> pictures = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            pictures.add(java.util.HexFormat.of().formatHex(new Placeholder(size, "seed " + i).png()));
        }
        assertThat(pictures).hasSize(100);
    }

    @Test
    void isFramedAndMirrored() throws IOException {
        BufferedImage image = decode(new Placeholder(new PixelSize(1024, 768), "seed").png());
        int frame = image.getRGB(0, 0);
        int background = image.getRGB(40, 40);

        assertThat(image.getRGB(1023, 767)).isEqualTo(frame).isNotEqualTo(background);
        for (int y = 0; y < 768; y += 16) {
            for (int x = 0; x < 512; x += 16) {
                assertThat(image.getRGB(x, y)).isEqualTo(image.getRGB(1023 - x, y));
            }
        }
    }

    private static BufferedImage decode(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
