package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Writes {@code target/contact-sheet.png} for visual review. */
class ContactSheetTest {

    private static final Path SHEET = Path.of("target", "contact-sheet.png");
    private static final int WIDTH = 2000;
    private static final int MAX_SIDE = 380;
    private static final int GAP = 12;

    private static final List<String> SIZES = List.of(
            "1024x1024",
            "1280x1024",
            "1024x1280",
            "1024x768",
            "768x1024",
            "1536x1024",
            "1024x1536",
            "1536x864",
            "864x1536",
            "2048x1024",
            "1024x2048",
            "2016x864",
            "864x2016",
            "2048x2048",
            "3840x2160",
            "2160x3840",
            "3840x1648",
            "1648x3840");

    private static final List<String> PROMPTS = List.of(
            "A lighthouse at dusk, painted in gouache",
            "Ein Fuchs im Schnee, sehr früh am Morgen",
            "Маяк на закате, акварель",
            "Φάρος στο σούρουπο",
            "מגדלור עם שקיעה (watercolor)",
            "日落时分的灯塔，水彩画",
            "夕暮れの灯台",
            "منارة عند الغروب",
            "शाम के समय प्रकाशस्तंभ",
            "🦊 on a 🛹, neon",
            "Extraordinarily".repeat(20),
            IntStream.range(0, 400).mapToObj(i -> "word " + i).collect(Collectors.joining(", ")),
            "!",
            "");

    private final Placeholder placeholder = new Placeholder();
    private final List<BufferedImage> images = new ArrayList<>();

    @Test
    void writesContactSheet() throws IOException {
        for (int i = 0; i < SIZES.size(); i++) {
            String[] sides = SIZES.get(i).split("x");
            add(numbered(i).withSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1])), List.of());
        }
        for (int i = 0; i < PROMPTS.size(); i++) {
            add(numbered(i).withSize(1024, 768).withPrompt(PROMPTS.get(i)), List.of());
        }
        add(numbered(1).withSize(1024, 1024).withOutput(new Output(ImageFormat.PNG, 90, true)), List.of());
        add(numbered(2).withSize(1024, 1024).withOutput(new Output(ImageFormat.JPEG, 20, false)), List.of());
        add(
                numbered(3).withSize(1024, 1024).withFormat(ImageFormat.WEBP).withReferences(References.counted(3)),
                List.of());
        add(numbered(4).withSize(1024, 1024).withReferences(References.counted(16)), thumbnails());
        add(numbered(5).withSize(2016, 864).withReferences(References.counted(16)), thumbnails());

        ImageIO.write(sheet(), "png", SHEET.toFile());

        assertThat(Files.size(SHEET)).isGreaterThan(100_000);
    }

    private static TestImage numbered(int number) {
        return TestImage.SQUARE.withPrompt("A lighthouse at dusk, number " + number);
    }

    private void add(TestImage image, List<Thumbnail> thumbnails) {
        ImageFormat format = image.output().format();
        images.add(Decoders.decode(format, placeholder.draw(image.facts(), thumbnails)));
    }

    /** Every fifth thumbnail is missing. */
    private List<Thumbnail> thumbnails() {
        return IntStream.range(0, 16)
                .mapToObj(i -> i % 5 == 4 ? Thumbnail.FAILED : thumbnail(images.get(i)))
                .toList();
    }

    private static Thumbnail thumbnail(BufferedImage image) {
        BufferedImage small = small(image, 200);
        return new Thumbnail(small.getWidth(), small.getHeight(), Decoders.pixels(small));
    }

    private BufferedImage sheet() {
        BufferedImage sheet = new BufferedImage(WIDTH, height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        layOut((small, x, y) -> graphics.drawImage(small, x, y, null));
        graphics.dispose();
        return sheet;
    }

    private int height() {
        int[] bottom = {0};
        layOut((small, x, y) -> bottom[0] = Math.max(bottom[0], y + small.getHeight() + GAP));
        return bottom[0];
    }

    private void layOut(Placer placer) {
        int x = GAP;
        int y = GAP;
        for (BufferedImage image : images) {
            BufferedImage small = small(image, MAX_SIDE);
            if (x + small.getWidth() > WIDTH) {
                x = GAP;
                y += MAX_SIDE + GAP;
            }
            placer.place(small, x, y);
            x += small.getWidth() + GAP;
        }
    }

    private static BufferedImage small(BufferedImage image, int maxSide) {
        double scale = (double) maxSide / Math.max(image.getWidth(), image.getHeight());
        int width = (int) (image.getWidth() * scale);
        int height = (int) (image.getHeight() * scale);
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = small.createGraphics();
        graphics.drawImage(image.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        graphics.dispose();
        return small;
    }

    private interface Placer {

        void place(BufferedImage small, int x, int y);
    }
}
