package dev.darkroom.control;

import dev.darkroom.http.json.JsonIndenter;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;

/** Indents the JSON of a response if the request has {@code ?pretty}. It runs after {@link ControlRedactionFilter}. */
@Provider
@ControlSecured
@Priority(Priorities.USER - 1)
public class PrettyFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!isRequested(request.getUriInfo().getQueryParameters())) {
            return;
        }
        JsonIndenter indenter = new JsonIndenter();
        if (response.getEntity() instanceof JsonList list) {
            response.setEntity(list.withLayout(indenter::indent));
        } else if (response.getEntity() instanceof byte[] document
                && MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType())) {
            response.setEntity(indenter.indent(document));
        }
    }

    /** Does not throw: the response may be the error about this parameter. */
    private static boolean isRequested(MultivaluedMap<String, String> parameters) {
        String value = parameters.getFirst(QueryParameters.PRETTY);
        return value != null && (value.isEmpty() || value.equals("true"));
    }
}
