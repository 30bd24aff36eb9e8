package dev.darkroom.dialect.aigenerate;

import dev.darkroom.field.FieldReader;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.task.TaskView;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads {@code taskId} of a create request, as {@link RetryMode} says. */
@Singleton
class Retries {

    private static final int MAX_LENGTH = 128;
    private static final Pattern CLIENT_ID = Pattern.compile("[!-~]{1," + MAX_LENGTH + "}");

    private final RetryMode mode;

    Retries(AiGenerateConfig config) {
        this.mode = config.idempotent();
    }

    /** Whether a create request may have a {@code taskId}. */
    boolean areOn() {
        return mode != RetryMode.OFF;
    }

    /**
     * The id that the client made up; empty in the other modes.
     *
     * @throws RuntimeException the vendor's error if the id is invalid, or is not a string in any mode with retries
     */
    Optional<String> clientId(FieldReader body) {
        Optional<String> id = taskId(body);
        if (mode != RetryMode.CLIENT_ID) {
            return Optional.empty();
        }
        if (id.filter(text -> !CLIENT_ID.matcher(text).matches()).isPresent()) {
            throw body.invalid(FieldNames.TASK_ID, "It must have 1 to " + MAX_LENGTH + " visible ASCII characters.");
        }
        return id;
    }

    /** The task that a retry names. Does not parse the body if retries are off. */
    Optional<TaskView> existingTask(Supplier<FieldReader> body, Sandbox sandbox) {
        if (!areOn()) {
            return Optional.empty();
        }
        Optional<String> id = taskId(body.get());
        Optional<TaskView> named = id.flatMap(JobId::parse)
                .flatMap(sandbox::task)
                .filter(task -> task.spec().dialect().equals(AiGenerate.NAME));
        return named.isEmpty() && mode == RetryMode.CLIENT_ID
                ? id.flatMap(clientId -> sandbox.tasks().findByClientId(AiGenerate.NAME, clientId))
                : named;
    }

    /**
     * A warning about a new task, if {@code taskId} has the format of a task's id, or if Darkroom does not remember
     * clients' ids.
     */
    Optional<String> warning(FieldReader body) {
        return taskId(body)
                .filter(id -> mode == RetryMode.TASK_ID || JobId.parse(id).isPresent())
                .map(id -> "`taskId` does not name a task of this key; a new task was created with its own id"
                        + advice(JobId.parse(id).isPresent()));
    }

    private String advice(boolean isFromVendor) {
        if (mode == RetryMode.CLIENT_ID) {
            return ". A create request with this `taskId` now returns that task; a poll needs the id in this response";
        }
        return isFromVendor ? "" : ". Darkroom remembers ids of your own with darkroom.aigenerate.idempotent=client-id";
    }

    private Optional<String> taskId(FieldReader body) {
        return areOn() ? body.string(FieldNames.TASK_ID) : Optional.empty();
    }
}
