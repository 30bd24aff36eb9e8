package dev.darkroom.dialect.openai;

import dev.darkroom.api.RequestContext;
import dev.darkroom.image.ImageFile;
import dev.darkroom.task.TaskView;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.RejectedExecutionException;

/**
 * Draws the images of one stream. All methods fail with a {@link RejectedExecutionException} if the images of the API
 * key take too much memory.
 *
 * @param memory holds the image that was drawn last
 */
record StreamDrawing(Drawing drawing, RequestContext request, ImageMemory memory) {

    /** One image of a completed task. */
    Uni<ImageFile> completed(TaskView task, int index) {
        return memory.holdLatest(drawing.draw(request, drawing.facts(request, task, index)));
    }

    /**
     * The first image of a task that is not complete.
     *
     * @param percent how much of the image is finished
     */
    Uni<ImageFile> partial(TaskView task, int percent) {
        return memory.holdLatest(
                drawing.draw(request, drawing.facts(request, task, 0).developedTo(percent)));
    }
}
