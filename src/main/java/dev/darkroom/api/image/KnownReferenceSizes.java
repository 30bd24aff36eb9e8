package dev.darkroom.api.image;

import dev.darkroom.api.DataUris;
import dev.darkroom.http.DataUri;
import dev.darkroom.image.Dimensions;
import dev.darkroom.image.ImageHeader;
import dev.darkroom.task.TaskStatus;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The sizes of images that this server has created, and of those in {@code data:} URIs. */
@Singleton
class KnownReferenceSizes implements ReferenceSizes {

    /** How much of a {@code data:} URI is decoded. The size of a JPEG image follows its metadata. */
    private static final int MAX_BYTES = 128 << 10;

    private final OwnImages ownImages;

    KnownReferenceSizes(OwnImages ownImages) {
        this.ownImages = ownImages;
    }

    @Override
    public Optional<Dimensions> of(String url) {
        if (DataUris.isDataUri(url)) {
            return DataUri.readStart(url, MAX_BYTES).flatMap(ImageHeader::dimensions);
        }
        return ownImages
                .taskOf(url)
                .filter(task -> task.status() == TaskStatus.COMPLETED)
                .map(task -> task.spec().image().size())
                .map(size -> new Dimensions(size.width(), size.height()));
    }
}
