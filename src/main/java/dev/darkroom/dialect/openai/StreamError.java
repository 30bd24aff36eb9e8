package dev.darkroom.dialect.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.RequestContext;
import dev.darkroom.http.EventStream.Event;
import dev.darkroom.http.json.Json;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskView;
import java.util.Map;
import java.util.Optional;

/** An error in a stream whose response has begun (inferred, providers/openai.md §6). */
final class StreamError {

    private StreamError() {}

    static Event failed(RequestContext request, ImageJob job, TaskView task) {
        Outcome.Fails failure = (Outcome.Fails) task.plan().outcome();
        return event(job.api()
                .errors()
                .envelope(
                        failure.code(),
                        Optional.of(failure.message()),
                        ErrorContext.of(request, ModerationDetails.ofPrompt(job.prompt()), Map.of()))
                .orElseThrow());
    }

    static Event lost(OpenAiErrors errors) {
        return event(errors.lost());
    }

    static Event tooManyImages() {
        return event(OpenAiErrors.tooManyImages());
    }

    private static Event event(Envelope error) {
        ObjectNode data = Json.object().put("type", "error");
        data.set("error", error.toJson());
        return Event.of("error", data);
    }
}
