package dev.darkroom.control;

import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Keeps strangers from the control API: without the token, where one is set, nobody comes in, and no page of another
 * origin that a developer's browser happens to show does either.
 */
@jakarta.ws.rs.ext.Provider
@ControlSecured
public class ControlTokenFilter implements ContainerRequestFilter {

    static final String TOKEN_HEADER = "X-Darkroom-Token";

    private final Provider<ControlConfig> config;

    /** @param config read late, for filters are made before the settings are known */
    ControlTokenFilter(Provider<ControlConfig> config) {
        this.config = config;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (isCrossOrigin(request)) {
            throw ControlError.forbidden("The control API cannot be called by pages of another origin.");
        }
        config.get().token().ifPresent(token -> {
            if (!equal(token, request.getHeaderString(TOKEN_HEADER))) {
                throw ControlError.forbidden(
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

    /** Takes as long for a wrong token as for the right one. */
    private static boolean equal(String token, String given) {
        return given != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
