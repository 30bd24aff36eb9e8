package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.image.Reference.Upload;
import dev.darkroom.image.Reference.Url;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class ReferenceTest {

    private static final FileContent MEGABYTE = FileContent.of(new byte[1 << 20]);

    @Test
    void uploadsWithTheSameContentAreEqual() {
        Upload upload = Upload.of("a.png", "image/png", content(1, 2));

        assertThat(upload)
                .isEqualTo(Upload.of("a.png", "image/png", content(1, 2)))
                .hasSameHashCodeAs(Upload.of("a.png", "image/png", content(1, 2)))
                .isNotEqualTo(Upload.of("a.png", "image/png", content(1, 3)))
                .isNotEqualTo(Upload.of("b.png", "image/png", content(1, 2)))
                .isNotEqualTo(Upload.of("a.png", "image/webp", content(1, 2)));
    }

    @Test
    void bytesIncludeThumbnailsOfUploads() {
        References references =
                References.of(List.of(new Url("http://host/a.png"), Upload.of("a.png", "image/png", MEGABYTE)));

        assertThat(references.count()).isEqualTo(2);
        assertThat(references.bytes()).isBetween(256 * 256 * 4L, 256 * 256 * 4L + 1000);
    }

    @Test
    void referencesWithoutImagesAreEqualAndSmall() {
        References references =
                References.of(List.of(new Url("http://host/a.png"), Upload.of("a.png", "image/png", MEGABYTE)));

        assertThat(references.withoutImages()).isEqualTo(references);
        assertThat(references.withoutImages().bytes()).isLessThan(1000);
    }

    @Test
    void countedReferencesTakeNoMemory() {
        assertThat(References.counted(16).bytes()).isZero();
        assertThat(References.counted(100).count()).isEqualTo(100);
    }

    @Test
    void thumbnailIsDecodedOnce() {
        Upload upload = Upload.of("a.png", "image/png", content(1));
        Thumbnail thumbnail = new Thumbnail(1, 1, new int[1]);

        CompletionStage<Thumbnail> first = upload.thumbnail(file -> CompletableFuture.completedFuture(thumbnail));
        CompletionStage<Thumbnail> second = upload.thumbnail(file -> {
            throw new IllegalStateException("decoded twice");
        });

        assertThat(first).isCompletedWithValue(thumbnail);
        assertThat(second).isCompletedWithValue(thumbnail);
    }

    @Test
    void keepsSomeOfCountedReferences() {
        Upload upload = Upload.of("a.png", "image/png", content(1));
        References references = References.counted(3).with(upload);

        assertThat(references.count()).isEqualTo(3);
        assertThat(references.uploads()).containsExactly(upload);
        assertThat(references.withoutImages().count()).isEqualTo(3);
    }

    private static FileContent content(int... bytes) {
        byte[] content = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            content[i] = (byte) bytes[i];
        }
        return FileContent.of(content);
    }
}
