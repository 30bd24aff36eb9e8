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

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getMethod().equals(HttpMethod.HEAD)) {
            length(response.getEntity())
                    .ifPresent(bytes -> response.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH, bytes));
        }
    }

    /** Empty if the response to {@code GET} has no length either. */
    private static OptionalInt length(Object entity) {
        if (entity instanceof SizedEntity sized) {
            return sized.length();
        }
        return entity instanceof byte[] bytes ? OptionalInt.of(bytes.length) : OptionalInt.empty();
    }
}
