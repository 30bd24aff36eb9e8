package dev.darkroom.api.fault;

import dev.darkroom.api.error.ErrorMessage;
import dev.darkroom.http.GatewayPage;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Sends the error page of a proxy that has given up. */
@Provider
public class ProxyTimeoutMapper implements ExceptionMapper<ProxyTimeoutException> {

    private final CurrentVertxRequest current;

    ProxyTimeoutMapper(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public Response toResponse(ProxyTimeoutException timeout) {
        ErrorMessage.set(current.getCurrent(), timeout.getMessage());
        GatewayPage page = new GatewayPage(timeout.status());
        return Response.status(page.status())
                .type(page.mediaType())
                .entity(page.bytes())
                .build();
    }
}
