package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.http.json.Json;
import dev.darkroom.sandbox.AdvanceResult;
import dev.darkroom.sandbox.EventCounts;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.SandboxTime;
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
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** The clock of a sandbox. */
@Path("/_darkroom/clock")
@ControlSecured
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
public class ClockResource {

    private static final List<String> FIELDS = List.of("freeze", "advance", "set", "scale", "resume");

    private final ControlScope scope;

    ClockResource(ControlScope scope) {
        this.scope = scope;
    }

    @GET
    public byte[] read(@Context HttpHeaders headers) {
        return Json.write(describe(scope.sandbox(headers).time()));
    }

    /** Responds when everything due has happened, including callback attempts. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Uni<byte[]> change(@Context HttpHeaders headers, byte[] json) {
        Sandbox sandbox = scope.sandbox(headers);
        ControlBody body = ControlBody.read(json, FIELDS);
        if (body.size() != 1) {
            throw ControlException.invalid("Send exactly one of: " + String.join(", ", FIELDS) + ".");
        }
        SandboxTime time = sandbox.time();
        if (body.has("advance")) {
            Duration duration = TimeFields.advance(body, "advance", time.now());
            return advance(time, now -> now.plus(duration));
        }
        if (body.has("set")) {
            Instant target = TimeFields.futureInstant(body, "set", time.now());
            return advance(time, now -> target);
        }
        if (body.has("scale")) {
            time.setScale(TimeFields.scale(body, "scale"));
        } else if (body.has("freeze")) {
            body.mustBeTrue("freeze");
            time.freeze();
        } else {
            body.mustBeTrue("resume");
            time.resume();
        }
        return Uni.createFrom().item(Json.write(describe(time)));
    }

    private static Uni<byte[]> advance(SandboxTime time, UnaryOperator<Instant> target) {
        return Uni.createFrom()
                .emitter(emitter -> time.advance(
                        target,
                        result -> result.ifPresentOrElse(
                                done -> emitter.complete(Json.write(describe(time, done))),
                                () -> emitter.fail(ControlException.unavailable("The advance stopped at " + time.now()
                                        + " because the server is stopping or the sandbox was reset.")))));
    }

    static ObjectNode describe(SandboxTime time) {
        return Json.object()
                .put("now", time.now().toString())
                .put("frozen", time.isFrozen())
                .set("scale", Json.number(time.scale()));
    }

    private static ObjectNode describe(SandboxTime time, AdvanceResult result) {
        EventCounts events = result.events();
        ObjectNode json = describe(time)
                .put("now", result.now().toString())
                .put("from", result.from().toString())
                .put("events", events.sum());
        json.putObject("happened")
                .put("started", events.started())
                .put("completed", events.completed())
                .put("failed", events.failed())
                .put("callbacks_delivered", events.delivered())
                .put("callbacks_undelivered", events.undelivered());
        return json;
    }
}
