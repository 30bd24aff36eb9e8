package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.http.json.Json;
import dev.darkroom.sandbox.Sandboxes;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Lists all sandboxes, whatever the key of the request. */
@Path("/_darkroom/sandboxes")
@ControlSecured
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
public class SandboxesResource {

    private static final int MAX_LIMIT = 1000;

    private final Sandboxes sandboxes;
    private final ControlExecutor executor;

    SandboxesResource(Sandboxes sandboxes, ControlExecutor executor) {
        this.sandboxes = sandboxes;
        this.executor = executor;
    }

    @GET
    public Uni<JsonList> list(
            @QueryParam("cursor") String cursor, @QueryParam("limit") @DefaultValue("100") String limit) {
        SandboxPage page = SandboxPage.read(cursor, Parameters.number("limit", limit, 1, MAX_LIMIT));
        return executor.submit(Optional.empty(), () -> render(page));
    }

    private JsonList render(SandboxPage page) {
        List<SandboxPage.Entry> entries = page.select(sandboxes.all());
        Iterator<ObjectNode> items = entries.stream()
                .map(entry -> SandboxDescription.summary(entry.sandbox()))
                .iterator();
        return new JsonList(
                Json.object(), "sandboxes", items, () -> Json.object().put("next_cursor", page.nextCursor(entries)));
    }
}
