package dev.darkroom.server;

import dev.darkroom.http.SizedEntity;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.OptionalInt;

/**
 * Gives the response to {@code HEAD} the length of the response to {@code GET}. The framework writes no entity for
 * {@code HEAD}, and so does not know its length. Its priority makes it run after the filters that change the entity.
 */
@Provider
@Priority(Priorities.HEADER_DECORATOR)
public class HeadLengthFilter implements ContainerResponseFilter {

    /** Errors have a length even without a body; other responses without a body, such as 304, have none. */
    private static final int FIRST_ERROR = 400;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getMethod().equals(HttpMethod.HEAD)) {
            length(response).ifPresent(bytes -> response.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH, bytes));
        }
    }

    /** Empty if the response to {@code GET} has no length either. */
    private static OptionalInt length(ContainerResponseContext response) {
        Object entity = response.getEntity();
        if (entity == null) {
            return response.getStatus() >= FIRST_ERROR ? OptionalInt.of(0) : OptionalInt.empty();
        }
        if (entity instanceof SizedEntity sized) {
            return sized.length();
        }
        return entity instanceof byte[] bytes ? OptionalInt.of(bytes.length) : OptionalInt.empty();
    }
}
