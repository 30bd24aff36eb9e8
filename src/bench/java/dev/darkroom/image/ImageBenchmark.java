package dev.darkroom.image;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Draws an uncached image of 3840×2160 pixels with a new prompt each time. The baseline is a plain JDK drawing: a diagonal
 * gradient, the same text, and the JDK's PNG writer.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ImageBenchmark {

    private static final PixelSize SIZE = new PixelSize(3840, 2160);

    private final Placeholder placeholder = new Placeholder();
    private int number;

    /** The total size and the number of the files. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Files {
        public long bytes;
        public long files;

        private byte[] count(byte[] file) {
            bytes += file.length;
            files++;
            return file;
        }
    }

    @Benchmark
    public byte[] png(Files files) {
        return files.count(draw(ImageFormat.PNG));
    }

    @Benchmark
    public byte[] webp(Files files) {
        return files.count(draw(ImageFormat.WEBP));
    }

    @Benchmark
    public byte[] jpeg(Files files) {
        return files.count(draw(ImageFormat.JPEG));
    }

    @Benchmark
    public byte[] plainJdkPng(Files files) throws IOException {
        ImageFacts facts = facts(ImageFormat.PNG);
        BufferedImage image = new BufferedImage(SIZE.width(), SIZE.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(
                new GradientPaint(0, 0, new Color(0xC7B0E8), SIZE.width(), SIZE.height(), new Color(0x405999)));
        graphics.fillRect(0, 0, SIZE.width(), SIZE.height());
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setPaint(Color.WHITE);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 160));
        graphics.drawString(facts.prompt(), 200, 1300);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 48));
        int y = 1400;
        for (String fact : List.of(
                facts.model(),
                facts.mode(),
                SIZE.toString(),
                facts.taskId(),
                facts.time().toString())) {
            graphics.drawString(fact, 200, y);
            y += 72;
        }
        graphics.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream(1 << 20);
        ImageIO.write(image, "png", file);
        return files.count(file.toByteArray());
    }

    private byte[] draw(ImageFormat format) {
        return placeholder.draw(facts(format), List.of());
    }

    private ImageFacts facts(ImageFormat format) {
        return new ImageFacts(
                "0c0d9a52-7d2b-4c58-9a51-3f5b7d1e88aa",
                0,
                1,
                "gpt-image-2",
                "gpt-image-2-text-to-image",
                "A lighthouse at dusk, number " + number++,
                new ImageSpec(SIZE, "4k", Output.of(format)),
                References.NONE,
                42,
                Instant.parse("2026-11-21T10:00:02Z"),
                ImageFacts.FINISHED);
    }
}
