package dev.darkroom.api.image;

import dev.darkroom.api.DataUris;
import dev.darkroom.api.TaskIds;
import dev.darkroom.http.DataUri;
import dev.darkroom.image.Dimensions;
import dev.darkroom.image.ImageHeader;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Sandboxes;
import dev.darkroom.task.PublicId;
import dev.darkroom.task.TaskStatus;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * The sizes of images that this server has created, and of those in {@code data:} URIs. The URL of an image of this
 * server is recognized by the id of its task, so it may have any of the hosts by which clients reach the server.
 */
@Singleton
class KnownReferenceSizes implements ReferenceSizes {

    /** How much of a {@code data:} URI is decoded. The size of a JPEG image follows its metadata. */
    private static final int MAX_BYTES = 128 << 10;

    private static final int MAX_URL = 1000;

    private final Sandboxes sandboxes;

    KnownReferenceSizes(Sandboxes sandboxes) {
        this.sandboxes = sandboxes;
    }

    @Override
    public Optional<Dimensions> of(String url) {
        if (DataUris.isDataUri(url)) {
            return DataUri.readStart(url, MAX_BYTES).flatMap(ImageHeader::dimensions);
        }
        return url.length() > MAX_URL ? Optional.empty() : ofOwnImage(url);
    }

    private Optional<Dimensions> ofOwnImage(String url) {
        String path = url.split("[?#]", 2)[0];
        return Arrays.stream(path.split("/"))
                .map(segment -> segment.split("\\.", 2)[0])
                .map(TaskIds::readPublic)
                .flatMap(Optional::stream)
                .map(this::ofTask)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Dimensions> ofTask(UUID publicId) {
        Optional<Sandbox> sandbox = sandboxes.findByTask(publicId);
        return sandbox.flatMap(owner -> owner.task(PublicId.id(publicId)))
                .filter(task -> task.status() == TaskStatus.COMPLETED)
                .map(task -> task.spec().image().size())
                .map(size -> new Dimensions(size.width(), size.height()));
    }
}
