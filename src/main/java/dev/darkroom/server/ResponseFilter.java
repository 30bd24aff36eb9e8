package dev.darkroom.server;

import dev.darkroom.api.Dialect;
import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.api.RequestContext;
import dev.darkroom.api.error.ErrorIds;
import dev.darkroom.chaos.Operation;
import dev.darkroom.chaos.fault.ResponseEffect;
import dev.darkroom.http.BrowserProtection;
import dev.darkroom.http.DarkroomHeaders;
import dev.darkroom.http.StreamResponse;
import dev.darkroom.http.json.JsonResponse;
import dev.darkroom.journal.RecordedBody;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Adds headers to each response of a dialect, records it for the journal, and applies the injected fault. */
@jakarta.ws.rs.ext.Provider
@DialectEndpoint
public class ResponseFilter implements ContainerResponseFilter {

    private final CurrentVertxRequest current;
    private final ErrorIds errorIds;
    private final WarningHeaders warnings;

    ResponseFilter(CurrentVertxRequest current, ErrorIds errorIds, WarningHeaders warnings) {
        this.current = current;
        this.errorIds = errorIds;
        this.warnings = warnings;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        RoutingContext context = current.getCurrent();
        RequestContext requestContext = RequestContext.of(context);
        Dialect dialect = context.get(DialectRouter.DIALECT);
        dialect.beforeResponse(requestContext);
        ResponseBody body = body(response.getEntity(), context);
        addHeaders(context, requestContext);
        requestContext.setResponseBody(recordedBody(response, body));
        if (requestContext.injectedFault().isPresent()
                || requestContext.responseBarrier().isPresent()
                || body instanceof ResponseBody.Streamed) {
            ResponseEffect effect = requestContext
                    .injectedFault()
                    .map(injected -> injected.fault().effect())
                    .orElse(ResponseEffect.NONE);
            FaultyResponse unchanged = new FaultyResponse(
                    context, response.getStatus(), headers(response), body, effect.delay(), effect.transmission());
            FaultyResponse faulty = effect.content().apply(new ResponseFaults(unchanged, dialect, errorIds));
            if (faulty.body() != body) {
                requestContext.setResponseBody(faulty.body().recorded());
            }
            response.setStatus(faulty.status());
            response.setEntity(faulty);
        }
    }

    private void addHeaders(RoutingContext context, RequestContext requestContext) {
        MultiMap headers = context.response().headers();
        if (requestContext.operation().filter(Operation.FILE::equals).isPresent()) {
            BrowserProtection.forbidScripts(headers);
        }
        requestContext.responseHeaders().forEach(headers::set);
        warnings.write(requestContext);
        requestContext.faultNames().ifPresent(fault -> headers.set(DarkroomHeaders.FAULT, fault));
    }

    private static ResponseBody body(Object entity, RoutingContext context) {
        if (entity instanceof StreamResponse stream) {
            Context eventLoop = context.vertx().getOrCreateContext();
            return new ResponseBody.Streamed(
                    new PublishedChunks(stream, task -> eventLoop.runOnContext(now -> task.run())));
        }
        if (entity instanceof JsonResponse json) {
            return new ResponseBody.Whole(json.json());
        }
        return new ResponseBody.Whole(entity instanceof byte[] bytes ? bytes : new byte[0]);
    }

    /** The journal does not keep the bytes of images. */
    private static RecordedBody recordedBody(ContainerResponseContext response, ResponseBody body) {
        MediaType type = response.getMediaType();
        boolean isImage = type != null && type.getType().equals("image");
        return isImage && body instanceof ResponseBody.Whole whole
                ? RecordedBody.omitted(whole.bytes().length)
                : body.recorded();
    }

    private static Map<String, Optional<String>> headers(ContainerResponseContext response) {
        Map<String, Optional<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        response.getStringHeaders()
                .forEach((name, values) -> headers.put(name, Optional.of(String.join(", ", values))));
        if (response.getEntity() instanceof JsonResponse) {
            headers.put("Content-Type", Optional.of(MediaType.APPLICATION_JSON));
        }
        if (response.getEntity() instanceof StreamResponse stream) {
            stream.headers().forEach((name, value) -> headers.put(name, Optional.of(value)));
        }
        return headers;
    }
}
