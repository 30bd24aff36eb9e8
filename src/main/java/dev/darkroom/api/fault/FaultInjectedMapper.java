package dev.darkroom.api.fault;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Sends an empty response, which the injected fault then replaces. */
@Provider
public class FaultInjectedMapper implements ExceptionMapper<FaultInjectedException> {

    @Override
    public Response toResponse(FaultInjectedException injected) {
        return Response.ok(new byte[0]).build();
    }
}
