package dev.darkroom.server;

import dev.darkroom.api.Dialect;
import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.api.RequestContext;
import dev.darkroom.chaos.InjectedFault;
import dev.darkroom.chaos.fault.Fault;
import dev.darkroom.chaos.fault.Malformed;
import dev.darkroom.http.DarkroomHeaders;
import dev.darkroom.http.json.JsonResponse;
import dev.darkroom.journal.RecordedBody;
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
@DialectEndpoint
public class ResponseFilter implements ContainerResponseFilter {

    private final CurrentVertxRequest current;

    ResponseFilter(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        RoutingContext context = current.getCurrent();
        RequestContext call = RequestContext.of(context);
        Dialect dialect = context.get(DialectRouter.DIALECT);
        dialect.beforeAnswer(call);
        byte[] body = body(answer.getEntity());
        mark(context, call);
        call.answered(body(answer, body));
        if (call.injected().isPresent() || call.responseBarrier().isPresent()) {
            Optional<Fault> fault = call.injected().map(InjectedFault::fault);
            FaultyResponse spoilt = ResponseFaults.spoil(
                    new FaultyResponse(context, answer.getStatus(), headers(answer), body, fault), dialect);
            call.answered(RecordedBody.of(spoilt.body()));
            if (fault.filter(Malformed.class::isInstance).isPresent()) {
                call.markTruncated();
            }
            answer.setStatus(spoilt.status());
            answer.setEntity(spoilt);
        }
    }

    private static void mark(RoutingContext context, RequestContext call) {
        MultiMap headers = context.response().headers();
        call.headers().forEach(headers::set);
        call.warnings().forEach(warning -> headers.add(DarkroomHeaders.WARNING, warning));
        call.fault().ifPresent(fault -> headers.set(DarkroomHeaders.FAULT, fault));
    }

    private static byte[] body(Object entity) {
        if (entity instanceof JsonResponse json) {
            return json.json();
        }
        return entity instanceof byte[] bytes ? bytes : new byte[0];
    }

    /** Pictures are not kept. */
    private static RecordedBody body(ContainerResponseContext answer, byte[] bytes) {
        MediaType type = answer.getMediaType();
        boolean isPicture = type != null && type.getType().equals("image");
        return isPicture ? RecordedBody.omitted(bytes.length) : RecordedBody.of(bytes);
    }

    private static Map<String, String> headers(ContainerResponseContext answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        answer.getStringHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        if (answer.getEntity() instanceof JsonResponse) {
            headers.put("Content-Type", MediaType.APPLICATION_JSON);
        }
        return headers;
    }
}
