package dev.darkroom.control;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Rejects unknown query parameters. It runs after {@link ControlTokenFilter}. */
@Provider
@ControlSecured
@Priority(Priorities.USER + 1)
public class QueryParameterFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        QueryParameters.check(
                request.getMethod(),
                request.getUriInfo().getPath(),
                request.getUriInfo().getQueryParameters());
    }
}
