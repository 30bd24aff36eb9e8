package dev.darkroom.api.error;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Sends the error response of an {@link ApiException}. */
@Provider
public class ApiExceptionMapper implements ExceptionMapper<ApiException> {

    @Override
    public Response toResponse(ApiException error) {
        ErrorResponse response = error.response();
        Response.ResponseBuilder builder = Response.status(response.status());
        if (response.hasBody()) {
            builder.type(MediaType.APPLICATION_JSON_TYPE).entity(response.body());
        }
        response.headers().forEach(builder::header);
        return builder.build();
    }
}
