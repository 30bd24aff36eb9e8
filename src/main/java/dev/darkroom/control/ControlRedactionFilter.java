package dev.darkroom.control;

import dev.darkroom.access.ApiKey;
import dev.darkroom.access.redaction.Redaction;
import dev.darkroom.http.BearerToken;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/** Masks the secrets in all responses of the control API that show what clients have sent. */
@jakarta.ws.rs.ext.Provider
@ControlSecured
public class ControlRedactionFilter implements ContainerResponseFilter {

    private final Provider<Redaction> redaction;

    /** @param redaction a provider, because filters are created before the settings are available */
    ControlRedactionFilter(Provider<Redaction> redaction) {
        this.redaction = redaction;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof JsonList list) {
            response.setEntity(list.withRedaction(redaction.get().with(key(request))::document)
                    .withHolder(key(request)));
        } else if (response.getEntity() instanceof byte[] document) {
            byte[] masked = redaction.get().with(key(request)).document(document);
            if (masked != document) {
                response.setEntity(masked);
            }
        }
    }

    private static Optional<ApiKey> key(ContainerRequestContext request) {
        return BearerToken.read(request.getHeaders().get(HttpHeaders.AUTHORIZATION)) instanceof BearerToken.Key found
                ? Optional.of(found.key())
                : Optional.empty();
    }
}
