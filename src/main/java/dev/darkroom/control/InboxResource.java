package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.control.Inbox.Answers;
import dev.darkroom.http.json.Json;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Receivers for callbacks, so that they can be watched without writing a server. Anyone may post to one. */
@Path("/_darkroom/inbox/{name}")
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
public class InboxResource {

    private static final List<String> ANSWER_FIELDS = List.of("statuses", "delay");
    private static final Duration MAX_WAIT = Duration.ofSeconds(60);

    private final Inboxes inboxes;

    InboxResource(Inboxes inboxes) {
        this.inboxes = inboxes;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> receive(@PathParam("name") String name, @Context HttpHeaders headers, byte[] body) {
        Inbox inbox = inbox(name);
        Duration delay = inbox.answers().delay();
        int status = inbox.add(Received.of(headers, body, Instant.now()));
        inboxes.makeRoom(name);
        Uni<Response> answer = Uni.createFrom().item(answer(status));
        return delay.isZero() ? answer : answer.onItem().delayIt().by(delay);
    }

    /** Sets what it answers from now on, for a client that wants to see what comes of it. */
    @PUT
    @ControlSecured
    @Consumes(MediaType.WILDCARD)
    public byte[] change(@PathParam("name") String name, byte[] json) {
        ControlBody body = ControlBody.read(json, ANSWER_FIELDS);
        List<Integer> statuses = body.has("statuses")
                ? body.numbers("statuses", Answers.MAX_RESPONSES, 200, 599)
                : Answers.USUAL.statuses();
        Duration delay = body.has("delay") ? body.duration("delay") : Duration.ZERO;
        if (delay.compareTo(MAX_WAIT) > 0) {
            throw body.invalid("delay", "It must be at most 60s.");
        }
        Inbox inbox = inbox(name);
        inbox.answer(new Answers(statuses, delay));
        return describe(name, inbox);
    }

    /**
     * What has been received, oldest first.
     *
     * @param wait how long to wait for {@code count} requests, up to 60s; without it the answer comes at once
     */
    @GET
    @ControlSecured
    public Uni<byte[]> read(
            @Context UriInfo address,
            @PathParam("name") String name,
            @QueryParam("wait") String wait,
            @QueryParam("count") @DefaultValue("1") String count) {
        check(name);
        Parameters.only(address, "wait", "count");
        int wanted = Parameters.number("count", count, 0, inboxes.capacity());
        if (wait == null) {
            return Uni.createFrom().item(describe(name, inboxes.glance(name)));
        }
        Duration longest = ControlBody.duration("wait", wait);
        if (longest.compareTo(MAX_WAIT) > 0) {
            throw ControlError.invalidField("wait", "It must be at most 60s.");
        }
        Inbox inbox = inboxes.named(name);
        return arrival(inbox, wanted)
                .ifNoItem()
                .after(longest.isZero() ? Duration.ofMillis(1) : longest)
                .recoverWithItem((Void) null)
                .map(done -> describe(name, inbox));
    }

    @DELETE
    @ControlSecured
    public byte[] clear(@PathParam("name") String name) {
        check(name);
        Inbox inbox = inboxes.glance(name);
        inbox.clear();
        return describe(name, inbox);
    }

    private static Uni<Void> arrival(Inbox inbox, int count) {
        return Uni.createFrom().emitter(emitter -> {
            Inbox.Waiter waiter = inbox.whenHolds(count, () -> emitter.complete(null));
            emitter.onTermination(() -> inbox.forget(waiter));
        });
    }

    private Inbox inbox(String name) {
        check(name);
        return inboxes.named(name);
    }

    private static void check(String name) {
        if (!name.matches("[A-Za-z0-9._-]{1,64}")) {
            throw ControlError.invalid(
                    "The name of an inbox has up to 64 letters, digits, dots, dashes and underscores.");
        }
    }

    /** Some statuses forbid a body. */
    private static Response answer(int status) {
        Response.ResponseBuilder answer = Response.status(status);
        boolean bare = status == 204 || status == 205 || status == 304;
        return bare
                ? answer.build()
                : answer.entity(Json.write(Json.object().put("received", true))).build();
    }

    private static byte[] describe(String name, Inbox inbox) {
        ObjectNode json = Json.object().put("inbox", name);
        Answers answers = inbox.answers();
        ObjectNode programme = json.putObject("answers");
        answers.statuses().forEach(programme.putArray("statuses")::add);
        programme.put("delay", answers.delay().toString());
        json.putArray("requests").addAll(inbox.requests());
        return Json.write(json.put("dropped", inbox.dropped()));
    }
}
