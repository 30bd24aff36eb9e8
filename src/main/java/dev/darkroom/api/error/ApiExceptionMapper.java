package dev.darkroom.api.error;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Sends the error response of an {@link ApiException}. */
@Provider
public class ApiExceptionMapper implements ExceptionMapper<ApiException> {

    private final CurrentVertxRequest current;
    private final ErrorIds ids;

    ApiExceptionMapper(CurrentVertxRequest current, ErrorIds ids) {
        this.current = current;
        this.ids = ids;
    }

    @Override
    public Response toResponse(ApiException error) {
        ErrorMessage.set(current.getCurrent(), error.getMessage());
        ErrorResponse response = error.response();
        byte[] body = response.body(ids.of(current.getCurrent()));
        Response.ResponseBuilder builder = Response.status(response.status());
        if (body.length > 0) {
            builder.type(MediaType.APPLICATION_JSON_TYPE).entity(body);
        }
        response.headers().forEach(builder::header);
        return builder.build();
    }
}
