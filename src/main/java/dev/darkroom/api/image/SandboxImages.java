package dev.darkroom.api.image;

import dev.darkroom.api.TaskIds;
import dev.darkroom.http.HttpUrls;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Sandboxes;
import dev.darkroom.task.PublicId;
import dev.darkroom.task.TaskView;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** The images of the tasks in all sandboxes, of any vendor. */
@Singleton
class SandboxImages implements OwnImages {

    /** In characters; more than any vendor's image URLs have. */
    private static final int MAX_URL = 1000;

    /** What slashes separate before the path: the scheme, nothing, and the host. */
    private static final int PARTS_BEFORE_PATH = 3;

    private final Sandboxes sandboxes;

    SandboxImages(Sandboxes sandboxes) {
        this.sandboxes = sandboxes;
    }

    @Override
    public Optional<TaskView> taskOf(String url) {
        if (url.length() > MAX_URL || !HttpUrls.isUrl(url)) {
            return Optional.empty();
        }
        String path = url.split("[?#]", 2)[0];
        return Arrays.stream(path.split("/"))
                .skip(PARTS_BEFORE_PATH)
                .map(segment -> segment.split("\\.", 2)[0])
                .map(TaskIds::readPublic)
                .flatMap(Optional::stream)
                .map(this::task)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<TaskView> task(UUID publicId) {
        Optional<Sandbox> sandbox = sandboxes.findByTask(publicId);
        return sandbox.flatMap(owner -> owner.task(PublicId.id(publicId)));
    }
}
