package dev.darkroom.control;

import dev.darkroom.access.ApiKey;
import dev.darkroom.access.redaction.Redaction;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** Masks the secrets in all responses of the control API that show what clients have sent. */
@jakarta.ws.rs.ext.Provider
@ControlSecured
public class ControlRedactionFilter implements ContainerResponseFilter {

    private final Provider<Redaction> redaction;
    private final Provider<ControlScope> scope;

    /** @param redaction a provider, as {@code scope}, because filters are created before the settings are available */
    ControlRedactionFilter(Provider<Redaction> redaction, Provider<ControlScope> scope) {
        this.redaction = redaction;
        this.scope = scope;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Optional<ApiKey> key = scope.get().keyToMask(request.getHeaders());
        if (response.getEntity() instanceof JsonList list) {
            response.setEntity(
                    list.withRedaction(redaction.get().with(key)::document).withHolder(key));
        } else if (response.getEntity() instanceof UnmaskedJson unmasked) {
            response.setEntity(unmasked.json());
        } else if (response.getEntity() instanceof byte[] document && !isImage(response.getMediaType())) {
            byte[] masked = redaction.get().with(key).document(document);
            if (masked != document) {
                response.setEntity(masked);
            }
        }
    }

    /** The secrets in the texts of an image are masked before it is drawn, and its bytes are no text. */
    private static boolean isImage(MediaType type) {
        return type != null && type.getType().equals("image");
    }
}
