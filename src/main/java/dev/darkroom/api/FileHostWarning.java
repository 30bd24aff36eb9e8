package dev.darkroom.api;

import dev.darkroom.http.Forwarded;
import java.util.List;
import java.util.Optional;

/**
 * Warns clients that call an API at its vendor's file host. Darkroom serves these requests, because the host names the
 * vendor, but the vendor's own file host serves only files.
 */
final class FileHostWarning {

    private FileHostWarning() {}

    /** One sentence if the request is for the file host of its dialect; otherwise empty. */
    static List<String> of(RequestContext request) {
        Optional<String> fileHost = request.dialect().profile().fileHost();
        if (fileHost.isEmpty()
                || !fileHost.get().equals(Forwarded.host(request.exchange().request()))) {
            return List.of();
        }
        String apiHosts = String.join("` or `", request.dialect().profile().apiHosts());
        return List.of("`" + fileHost.get() + "` is the vendor's host for files; its API is at `" + apiHosts + "`");
    }
}
