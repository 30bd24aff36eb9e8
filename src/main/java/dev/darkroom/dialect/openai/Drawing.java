package dev.darkroom.dialect.openai;

import dev.darkroom.access.redaction.Redaction;
import dev.darkroom.api.Dialects;
import dev.darkroom.api.RequestContext;
import dev.darkroom.image.ImageCache;
import dev.darkroom.image.ImageFacts;
import dev.darkroom.image.ImageFile;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskView;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.IntStream;

/** Draws the images of tasks for responses that contain them. Another thread draws; results arrive on the event loop. */
@Singleton
class Drawing {

    private final ImageCache images;
    private final Redaction redaction;
    private final Provider<Dialects> dialects;

    /** @param dialects resolved on use, because dialects use this class */
    Drawing(ImageCache images, Redaction redaction, Provider<Dialects> dialects) {
        this.images = images;
        this.redaction = redaction;
        this.dialects = dialects;
    }

    /** All images of a completed task, one after the other; none if a fault takes them away. */
    Uni<List<ImageFile>> all(RequestContext request, TaskView task) {
        int count = ((Outcome.Completes) task.plan().outcome()).hasOutput()
                ? task.spec().count()
                : 0;
        return Multi.createFrom()
                .items(IntStream.range(0, count).boxed())
                .onItem()
                .transformToUniAndConcatenate(index -> one(request, task, index))
                .collect()
                .asList();
    }

    /** One image of a completed task. */
    Uni<ImageFile> one(RequestContext request, TaskView task, int index) {
        return draw(request, facts(request, task, index));
    }

    /** The first image of a task that is not complete. */
    Uni<ImageFile> partial(RequestContext request, TaskView task, int percent) {
        return draw(request, facts(request, task, 0).developedTo(percent));
    }

    private ImageFacts facts(RequestContext request, TaskView task, int index) {
        return task.facts(dialects.get().publicId(task), index).redacted(redaction.with(request.key()));
    }

    private Uni<ImageFile> draw(RequestContext request, ImageFacts facts) {
        Context eventLoop = Vertx.currentContext();
        String holder = request.sandbox().orElseThrow().handle();
        return Uni.createFrom()
                .completionStage(() -> images.get(holder, facts))
                .emitOn(task -> eventLoop.runOnContext(now -> task.run()));
    }
}
