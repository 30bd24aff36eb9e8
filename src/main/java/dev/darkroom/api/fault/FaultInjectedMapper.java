package dev.darkroom.api.fault;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers with nothing yet; who spoils answers makes of it what the fault says. */
@Provider
public class FaultInjectedMapper implements ExceptionMapper<FaultInjectedException> {

    @Override
    public Response toResponse(FaultInjectedException injected) {
        return Response.ok(new byte[0]).build();
    }
}
