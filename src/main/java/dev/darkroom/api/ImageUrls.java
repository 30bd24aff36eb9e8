package dev.darkroom.api;

import dev.darkroom.http.PublicUrl;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * The base of the URLs of images. It is where the client reached the server, except that a client that uses a vendor's
 * own host gets URLs at the vendor's file host, as the vendor's pages show them.
 */
@Singleton
public class ImageUrls {

    private static final String SCHEME_END = "://";

    private final PublicUrl publicUrl;

    ImageUrls(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** Without a slash at the end. */
    public String base(RequestContext request) {
        String base = publicUrl.dialectUrl(request.exchange());
        Optional<String> fileHost = request.dialect().fileHost();
        if (fileHost.isEmpty() || publicUrl.isConfigured()) {
            return base;
        }
        int start = base.indexOf(SCHEME_END) + SCHEME_END.length();
        for (String host : request.dialect().profile().hosts()) {
            int end = start + host.length();
            if (base.startsWith(host, start) && isHostEnd(base, end)) {
                return base.substring(0, start) + fileHost.get() + base.substring(end);
            }
        }
        return base;
    }

    private static boolean isHostEnd(String base, int at) {
        return at == base.length() || base.charAt(at) == ':' || base.charAt(at) == '/';
    }
}
