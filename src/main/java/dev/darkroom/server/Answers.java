package dev.darkroom.server;

import dev.darkroom.chaos.Planted;
import dev.darkroom.chaos.fault.Fault;
import dev.darkroom.chaos.fault.Malformed;
import dev.darkroom.dialect.Call;
import dev.darkroom.dialect.DarkroomHeaders;
import dev.darkroom.dialect.Dialect;
import dev.darkroom.dialect.FrontDoor;
import dev.darkroom.dialect.JsonAnswer;
import dev.darkroom.journal.Body;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Sees each answer of a front door before it goes out: marks it, notes it for the journal, and spoils it if need be. */
@Provider
@FrontDoor
public class Answers implements ContainerResponseFilter {

    private final CurrentVertxRequest current;

    Answers(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        RoutingContext context = current.getCurrent();
        Call call = Call.of(context);
        Dialect dialect = context.get(Doors.DIALECT);
        dialect.beforeAnswer(call);
        byte[] body = body(answer.getEntity());
        mark(context, call);
        call.answered(body(answer, body));
        if (call.planted().isPresent() || call.holdUp().isPresent()) {
            Optional<Fault> fault = call.planted().map(Planted::fault);
            Spoilt spoilt =
                    Spoiler.spoil(new Spoilt(context, answer.getStatus(), headers(answer), body, fault), dialect);
            call.answered(Body.of(spoilt.body()));
            if (fault.filter(Malformed.class::isInstance).isPresent()) {
                call.isCutOff();
            }
            answer.setStatus(spoilt.status());
            answer.setEntity(spoilt);
        }
    }

    private static void mark(RoutingContext context, Call call) {
        MultiMap headers = context.response().headers();
        call.headers().forEach(headers::set);
        call.warnings().forEach(warning -> headers.add(DarkroomHeaders.WARNING, warning));
        call.fault().ifPresent(fault -> headers.set(DarkroomHeaders.FAULT, fault));
    }

    private static byte[] body(Object entity) {
        if (entity instanceof JsonAnswer json) {
            return json.json();
        }
        return entity instanceof byte[] bytes ? bytes : new byte[0];
    }

    /** Pictures are not kept. */
    private static Body body(ContainerResponseContext answer, byte[] bytes) {
        MediaType type = answer.getMediaType();
        boolean isPicture = type != null && type.getType().equals("image");
        return isPicture ? Body.unread(bytes.length) : Body.of(bytes);
    }

    private static Map<String, String> headers(ContainerResponseContext answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        answer.getStringHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        if (answer.getEntity() instanceof JsonAnswer) {
            headers.put("Content-Type", MediaType.APPLICATION_JSON);
        }
        return headers;
    }
}
