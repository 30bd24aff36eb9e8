package dev.darkroom.control;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Turns each {@link ControlError} into its response. */
@Provider
public class ControlErrorMapper implements ExceptionMapper<ControlError> {

    @Override
    public Response toResponse(ControlError error) {
        return Response.status(error.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(error.body())
                .build();
    }
}
