package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.image.Reference.Upload;
import dev.darkroom.image.Reference.Url;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceTest {

    private static final byte[] MEGABYTE = new byte[1 << 20];

    @Test
    void uploadsWithTheSameContentAreEqual() {
        Upload upload = Upload.of("a.png", "image/png", new byte[] {1, 2});

        assertThat(upload)
                .isEqualTo(Upload.of("a.png", "image/png", new byte[] {1, 2}))
                .hasSameHashCodeAs(Upload.of("a.png", "image/png", new byte[] {1, 2}))
                .isNotEqualTo(Upload.of("a.png", "image/png", new byte[] {1, 3}))
                .isNotEqualTo(Upload.of("b.png", "image/png", new byte[] {1, 2}))
                .isNotEqualTo(Upload.of("a.png", "image/webp", new byte[] {1, 2}));
    }

    @Test
    void bytesIncludeUploads() {
        References references =
                References.of(List.of(new Url("http://host/a.png"), Upload.of("a.png", "image/png", MEGABYTE)));

        assertThat(references.count()).isEqualTo(2);
        assertThat(references.bytes()).isBetween((long) MEGABYTE.length, MEGABYTE.length + 1000L);
    }

    @Test
    void referencesWithoutContentAreEqualAndSmall() {
        References references =
                References.of(List.of(new Url("http://host/a.png"), Upload.of("a.png", "image/png", MEGABYTE)));

        assertThat(references.withoutContent()).isEqualTo(references);
        assertThat(references.withoutContent().bytes()).isLessThan(1000);
    }

    @Test
    void countedReferencesTakeNoMemory() {
        assertThat(References.counted(16).bytes()).isZero();
        assertThat(References.counted(100).count()).isEqualTo(100);
    }
}
