package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.access.ApiKey;
import dev.darkroom.dialect.Json;
import dev.darkroom.ledger.Credits;
import dev.darkroom.ledger.Totals;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.SandboxDefaults;
import dev.darkroom.sandbox.Sandboxes;
import dev.darkroom.task.TaskStatus;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The state of a sandbox; without a key, what new sandboxes start with. */
@Path("/_darkroom/sandbox")
@Guarded
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
public class SandboxResource {

    private static final List<String> FIELDS = List.of("credits");

    private final Callers callers;
    private final Sandboxes sandboxes;

    SandboxResource(Callers callers, Sandboxes sandboxes) {
        this.callers = callers;
        this.sandboxes = sandboxes;
    }

    @GET
    public byte[] read(@Context HttpHeaders headers) {
        return Json.write(callers.key(headers)
                .map(callers::sandbox)
                .map(SandboxResource::describe)
                .orElseGet(() -> describe(sandboxes.defaults())));
    }

    @PUT
    @Consumes(MediaType.WILDCARD)
    public byte[] change(@Context HttpHeaders headers, byte[] json) {
        ControlBody body = ControlBody.read(json, FIELDS);
        Optional<ApiKey> key = callers.key(headers);
        if (body.has("credits")) {
            Credits balance = body.balance("credits");
            key.ifPresentOrElse(
                    k -> callers.sandbox(k).setBalance(balance),
                    () -> sandboxes.defaults(sandboxes.defaults().withCredits(balance)));
        }
        return read(headers);
    }

    /** Forgets the sandbox; without a key, undoes what was changed in the defaults. */
    @DELETE
    public byte[] reset(@Context HttpHeaders headers) {
        callers.key(headers).ifPresentOrElse(sandboxes::reset, sandboxes::resetDefaults);
        return read(headers);
    }

    private static ObjectNode describe(Sandbox sandbox) {
        Totals credits = sandbox.credits();
        ObjectNode json = Json.object()
                .put("key", sandbox.key().masked())
                .put("now", sandbox.now().toString())
                .put("frozen", sandbox.isFrozen())
                .set("credits", Json.number(credits.balance()));
        json.set("ledger", LedgerResource.totals(credits));
        ObjectNode tasks = json.putObject("tasks");
        for (TaskStatus status : TaskStatus.values()) {
            tasks.put(status.name().toLowerCase(Locale.ROOT), sandbox.count(status));
        }
        tasks.put("dropped", sandbox.droppedTasks());
        return json;
    }

    private static ObjectNode describe(SandboxDefaults defaults) {
        return Json.object()
                .<ObjectNode>set("credits", Json.number(defaults.credits()))
                .put("pending", defaults.pending().toString())
                .put("processing", defaults.processing().toString());
    }
}
