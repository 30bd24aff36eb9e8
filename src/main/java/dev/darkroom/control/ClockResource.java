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

    private static final List<String> VERBS = List.of("freeze", "advance", "set", "scale", "resume");

    private final ControlScope callers;

    ClockResource(ControlScope callers) {
        this.callers = callers;
    }

    @GET
    public byte[] read(@Context HttpHeaders headers) {
        return Json.write(describe(callers.sandbox(headers).time()));
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
        SandboxTime time = sandbox.time();
        if (body.has("advance")) {
            Duration way = TimeFields.wayAhead(body, "advance", time.now());
            return advance(time, now -> now.plus(way));
        }
        if (body.has("set")) {
            Instant target = TimeFields.future(body, "set", time.now());
            return advance(time, now -> target);
        }
        if (body.has("scale")) {
            time.scale(TimeFields.scale(body, "scale"));
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
                        arrived -> arrived.ifPresentOrElse(
                                there -> emitter.complete(Json.write(describe(time, there))),
                                () -> emitter.fail(ControlError.unavailable("The clock was stopped on its way, at "
                                        + time.now() + ": the server is stopping, or the sandbox was reset.")))));
    }

    private static ObjectNode describe(SandboxTime time) {
        return Json.object()
                .put("now", time.now().toString())
                .put("frozen", time.isFrozen())
                .set("scale", Json.number(time.scale()));
    }

    private static ObjectNode describe(SandboxTime time, AdvanceResult arrived) {
        EventCounts happened = arrived.events();
        ObjectNode json = describe(time)
                .put("now", arrived.now().toString())
                .put("from", arrived.from().toString())
                .put("events", happened.sum());
        json.putObject("happened")
                .put("started", happened.started())
                .put("completed", happened.completed())
                .put("failed", happened.failed())
                .put("callbacks_delivered", happened.delivered())
                .put("callbacks_undelivered", happened.undelivered());
        return json;
    }
}
