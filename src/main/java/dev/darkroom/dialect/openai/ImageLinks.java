package dev.darkroom.dialect.openai;

import dev.darkroom.api.TaskIds;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskView;
import java.util.List;
import java.util.stream.IntStream;

/** The URLs of images, which only relays respond with. Their form is Darkroom's own. */
final class ImageLinks {

    static final String PATH = "/files/{task}/{file}";

    private ImageLinks() {}

    /** The URLs of all images of a completed task; empty if a fault removes the images. */
    static List<String> of(TaskView task) {
        if (!((Outcome.Completes) task.plan().outcome()).hasOutput()) {
            return List.of();
        }
        String base = task.spec().baseUrl() + "/files/" + TaskIds.hex(task.publicId()) + "/";
        String extension = "." + task.spec().image().output().format().extension();
        return IntStream.range(0, task.spec().count())
                .mapToObj(index -> base + index + extension)
                .toList();
    }
}
