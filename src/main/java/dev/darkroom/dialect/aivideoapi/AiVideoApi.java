package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.callback.Attempt;
import dev.darkroom.dialect.CallbackMessage;
import dev.darkroom.dialect.Dialect;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** AI Video API (aivideoapi.ai), as of seeds/001. */
@ApplicationScoped
public class AiVideoApi implements Dialect {

    static final String NAME = "aivideoapi";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> hosts() {
        return Set.of("api.aivideoapi.ai", "file.aivideoapi.ai");
    }

    @Override
    public boolean ownsAtRoot(String path) {
        return path.startsWith("/v1/") || path.startsWith("/images/");
    }

    @Override
    public byte[] errorBody(int status, String message) {
        return ApiError.ofStatus(status, message).body();
    }

    /** Only {@code upstream_error} is on the page; a test may ask for any other code of the table. */
    @Override
    public Optional<Outcome.Fails> failure(Optional<String> code, Optional<String> message) {
        return ErrorCode.of(code.orElse("upstream_error"))
                .map(known -> new Outcome.Fails(known.code(), message.orElse("Generation failed")));
    }

    /** Headers and body as in providers/aivideoapi.md §10; the body is what a poll would have answered. */
    @Override
    public CallbackMessage callback(Attempt attempt) {
        TaskView task = attempt.task();
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/json",
                "X-Event",
                "task." + TaskJson.status(task),
                "X-Task-Id",
                task.id().toString(),
                "X-Timestamp",
                Long.toString(attempt.at().getEpochSecond()));
        return new CallbackMessage(
                headers, TaskJson.write(task, attempt.sandboxTag(), task.spec().baseUrl()));
    }
}
