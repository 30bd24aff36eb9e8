package dev.darkroom.control;

import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Rejects control requests without the token, if one is set, and requests from pages of another origin in a developer's
 * browser.
 */
@jakarta.ws.rs.ext.Provider
@ControlSecured
public class ControlTokenFilter implements ContainerRequestFilter {

    static final String TOKEN_HEADER = "X-Darkroom-Token";

    private final Provider<ControlConfig> config;

    /** @param config a provider, because filters are created before the settings are available */
    ControlTokenFilter(Provider<ControlConfig> config) {
        this.config = config;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (isCrossOrigin(request)) {
            throw ControlException.forbidden("Pages of another origin cannot call the control API.");
        }
        config.get().token().ifPresent(token -> {
            if (!constantTimeEquals(token, request.getHeaderString(TOKEN_HEADER))) {
                throw ControlException.forbidden(
                        "Send the token of 'darkroom.control.token' in the header '" + TOKEN_HEADER + "'.");
            }
        });
    }

    private static boolean isCrossOrigin(ContainerRequestContext request) {
        String origin = request.getHeaderString("Origin");
        if (origin == null) {
            return "cross-site".equals(request.getHeaderString("Sec-Fetch-Site"));
        }
        try {
            return !String.valueOf(new URI(origin).getRawAuthority()).equals(request.getHeaderString("Host"));
        } catch (URISyntaxException e) {
            return true;
        }
    }

    /** Takes the same time for every token, so that the time reveals nothing about the valid token. */
    private static boolean constantTimeEquals(String token, String sentToken) {
        return sentToken != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), sentToken.getBytes(StandardCharsets.UTF_8));
    }
}
