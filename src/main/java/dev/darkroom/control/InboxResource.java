package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Inboxes that receive callbacks, so that a test can read them without its own server. Anyone may post to an inbox. */
@Path("/_darkroom/inbox/{name}")
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
public class InboxResource {

    private static final List<String> RESPONSE_FIELDS = List.of("statuses", "delay");
    private static final Duration MAX_WAIT = Duration.ofSeconds(60);

    private final Inboxes inboxes;

    InboxResource(Inboxes inboxes) {
        this.inboxes = inboxes;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> receive(@PathParam("name") String name, @Context HttpHeaders headers, byte[] body) {
        Inbox inbox = inbox(name);
        Duration delay = inbox.responses().delay();
        int status = inbox.add(ReceivedRequest.of(headers, body, Instant.now()));
        Uni<Response> response = Uni.createFrom().item(response(status));
        return delay.isZero() ? response : response.onItem().delayIt().by(delay);
    }

    /** Sets the next responses, so that a test can observe retries. */
    @PUT
    @ControlSecured
    @Consumes(MediaType.WILDCARD)
    public JsonList change(@PathParam("name") String name, byte[] json) {
        ControlBody body = ControlBody.read(json, RESPONSE_FIELDS);
        List<Integer> statuses = body.has("statuses")
                ? body.numbers("statuses", InboxResponses.MAX_STATUSES, 200, 599)
                : InboxResponses.DEFAULT.statuses();
        Duration delay = body.has("delay") ? body.duration("delay") : Duration.ZERO;
        if (delay.compareTo(MAX_WAIT) > 0) {
            throw body.invalid("delay", "It must be at most 60s.");
        }
        Inbox inbox = inbox(name);
        inbox.respondWith(new InboxResponses(statuses, delay));
        return describe(name, inbox);
    }

    /**
     * The received requests, oldest first.
     *
     * @param wait how long to wait for {@code count} requests, up to 60s; null to respond immediately
     */
    @GET
    @ControlSecured
    public Uni<JsonList> read(
            @PathParam("name") String name,
            @QueryParam("wait") String wait,
            @QueryParam("count") @DefaultValue("1") String count) {
        validate(name);
        int expected = Parameters.number("count", count, 0, inboxes.capacity());
        if (wait == null) {
            return Uni.createFrom().item(describe(name, inboxes.peek(name)));
        }
        Duration maxWait = ControlBody.duration("wait", wait);
        if (maxWait.compareTo(MAX_WAIT) > 0) {
            throw ControlException.invalidField("wait", "It must be at most 60s.");
        }
        Inbox inbox = inboxes.getOrCreate(name);
        return arrival(inbox, expected)
                .ifNoItem()
                .after(maxWait.isZero() ? Duration.ofMillis(1) : maxWait)
                .recoverWithItem((Void) null)
                .map(done -> describe(name, inbox));
    }

    @DELETE
    @ControlSecured
    public JsonList clear(@PathParam("name") String name) {
        validate(name);
        Inbox inbox = inboxes.peek(name);
        inbox.clear();
        return describe(name, inbox);
    }

    /** Completes when the inbox has {@code count} requests. */
    private static Uni<Void> arrival(Inbox inbox, int count) {
        return Uni.createFrom().emitter(emitter -> {
            Inbox.Listener listener = inbox.addListener(count, () -> emitter.complete(null));
            emitter.onTermination(() -> inbox.removeListener(listener));
        });
    }

    private Inbox inbox(String name) {
        validate(name);
        return inboxes.getOrCreate(name);
    }

    private static void validate(String name) {
        if (!name.matches("[A-Za-z0-9._-]{1,64}")) {
            throw ControlException.invalid(
                    "The name of an inbox has up to 64 letters, digits, dots, dashes and underscores.");
        }
    }

    /** Omits the body for statuses that forbid one. */
    private static Response response(int status) {
        Response.ResponseBuilder response = Response.status(status);
        boolean hasNoBody = status == 204 || status == 205 || status == 304;
        return hasNoBody
                ? response.build()
                : response.entity(Json.write(Json.object().put("received", true)))
                        .build();
    }

    private static JsonList describe(String name, Inbox inbox) {
        ObjectNode head = Json.object().put("inbox", name);
        InboxResponses responses = inbox.responses();
        ObjectNode script = head.putObject("answers");
        responses.statuses().forEach(script.putArray("statuses")::add);
        script.put("delay", responses.delay().toString());
        return new JsonList(
                head, "requests", new InboxRequests(inbox), () -> Json.object().put("dropped", inbox.dropped()));
    }
}
