package dev.darkroom.control;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Turns each {@link ControlException} into its response. */
@Provider
public class ControlErrorMapper implements ExceptionMapper<ControlException> {

    @Override
    public Response toResponse(ControlException error) {
        return Response.status(error.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(error.body())
                .build();
    }
}
