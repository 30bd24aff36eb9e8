package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.dialect.Json;
import dev.darkroom.sandbox.Sandbox;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;

/** The clock of a sandbox. */
@Path("/_darkroom/clock")
@Guarded
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
public class ClockResource {

    private static final List<String> VERBS = List.of("freeze", "advance", "resume");

    private final Callers callers;

    ClockResource(Callers callers) {
        this.callers = callers;
    }

    @GET
    public byte[] read(@Context HttpHeaders headers) {
        return Json.write(describe(callers.sandbox(headers)));
    }

    /** Answers when all that fell due has happened, callbacks' attempts included. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Uni<byte[]> move(@Context HttpHeaders headers, byte[] json) {
        Sandbox sandbox = callers.sandbox(headers);
        ControlBody body = ControlBody.read(json, VERBS);
        if (body.size() != 1) {
            throw ControlError.invalid("Send exactly one of: " + String.join(", ", VERBS) + ".");
        }
        if (body.has("advance")) {
            return advance(sandbox, body.duration("advance"));
        }
        if (body.has("freeze")) {
            body.mustBeTrue("freeze");
            sandbox.freeze();
        } else {
            body.mustBeTrue("resume");
            sandbox.resume();
        }
        return Uni.createFrom().item(Json.write(describe(sandbox)));
    }

    private static Uni<byte[]> advance(Sandbox sandbox, Duration duration) {
        return Uni.createFrom()
                .emitter(emitter -> sandbox.advance(
                        duration,
                        arrived -> emitter.complete(Json.write(describe(sandbox).put("events", arrived.events())))));
    }

    private static ObjectNode describe(Sandbox sandbox) {
        return Json.object().put("now", sandbox.now().toString()).put("frozen", sandbox.isFrozen());
    }
}
