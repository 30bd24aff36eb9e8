package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.dialect.PublicUrl;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.task.TaskView;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Tells how a task stands (seeds/001: Query Task). */
@Path("/" + AiVideoApi.NAME + "/v1/tasks/{id}")
@NonBlocking
public class TaskResource {

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Callers callers;
    private final PublicUrl publicUrl;

    TaskResource(Callers callers, PublicUrl publicUrl) {
        this.callers = callers;
        this.publicUrl = publicUrl;
    }

    @GET
    public Response read(@PathParam("id") String id, @Context HttpHeaders headers, @Context HttpServerRequest http) {
        Sandbox sandbox = callers.sandbox(headers);
        TaskView task = uuid(id).flatMap(sandbox::task).orElseThrow(ApiError::taskNotFound);
        return Response.ok(TaskJson.write(task, sandbox.tag(), publicUrl.of(http)), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private static Optional<UUID> uuid(String id) {
        String lower = id.toLowerCase(Locale.ROOT);
        return UUID_FORM.matcher(lower).matches() ? Optional.of(UUID.fromString(lower)) : Optional.empty();
    }
}
