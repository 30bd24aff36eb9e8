package dev.darkroom.api.error;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The one place where a refusal becomes an answer. */
@Provider
public class ApiExceptionMapper implements ExceptionMapper<ApiException> {

    @Override
    public Response toResponse(ApiException error) {
        ErrorResponse answer = error.answer();
        Response.ResponseBuilder response = Response.status(answer.status());
        if (answer.hasBody()) {
            response.type(MediaType.APPLICATION_JSON_TYPE).entity(answer.body());
        }
        answer.headers().forEach(response::header);
        return response.build();
    }
}
