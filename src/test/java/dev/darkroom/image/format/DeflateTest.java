package dev.darkroom.image.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.Inflater;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Decompresses the output with the JDK's Inflater. */
class DeflateTest {

    /**
     * Covers one or several blocks, and runs of all lengths.
     *
     * @param values the number of distinct byte values
     */
    @Property
    void inflatesToTheOriginal(
            @ForAll long seed,
            @ForAll @IntRange(max = 100_000) int tokens,
            @ForAll @IntRange(min = 1, max = 256) int values)
            throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        BitWriter out = new BitWriter();
        Deflate deflate = new Deflate(out);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        int last = -1;
        for (int i = 0; i < tokens; i++) {
            if (last >= 0 && random.nextInt(4) == 0) {
                int times = Deflate.MIN_MATCH + (int) Math.pow(random.nextInt(1, 30), random.nextDouble(1, 2.4));
                deflate.repeatLast(times);
                for (int k = 0; k < times; k++) {
                    expected.write(last);
                }
            } else {
                last = random.nextInt(values);
                deflate.addLiteral((byte) last);
                expected.write(last);
            }
        }
        deflate.finish();

        Inflater inflater = new Inflater(true);
        inflater.setInput(out.bytes(), 0, out.length());
        byte[] actual = new byte[expected.size()];
        int length = 0;
        while (length < actual.length && !inflater.finished()) {
            length += inflater.inflate(actual, length, actual.length - length);
        }
        // Reads the end of the stream.
        inflater.inflate(new byte[1]);
        assertThat(actual).isEqualTo(expected.toByteArray());
        assertThat(inflater.finished()).isTrue();
        inflater.end();
    }

    /** An OutOfMemoryError in the middle of an image leaves an unfinished stream. */
    @Test
    void clearDiscardsUnfinishedStream() {
        BitWriter out = new BitWriter();
        Deflate deflate = new Deflate(out);
        deflate.addLiteral((byte) 1);
        deflate.repeatLast(1000);
        out.clear();
        deflate.clear();

        deflate.addLiteral((byte) 2);
        deflate.finish();

        BitWriter expected = new BitWriter();
        Deflate fresh = new Deflate(expected);
        fresh.addLiteral((byte) 2);
        fresh.finish();
        assertThat(Arrays.copyOf(out.bytes(), out.length()))
                .isEqualTo(Arrays.copyOf(expected.bytes(), expected.length()));
    }
}
