package dev.darkroom.server;

import dev.darkroom.access.ApiKey;
import dev.darkroom.api.Dialect;
import dev.darkroom.api.Dialects;
import dev.darkroom.http.BearerToken;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Selects the dialect of a request that has neither a vendor's host nor a dialect's prefix. */
@Singleton
class RootRouting {

    private final Dialects dialects;
    private final Routes routes;
    private final SupportedPaths supported;
    private volatile DialectRoutes dialectRoutes;

    RootRouting(Dialects dialects, Routes routes, SupportedPaths supported) {
        this.dialects = dialects;
        this.routes = routes;
        this.supported = supported;
    }

    /**
     * The dialect that {@code darkroom.dialect} names; else the one that has the path; else, if several have it, the
     * one that recognizes the request. If none has the path, the headers, the key or the beginning of the path decide
     * who reports that.
     */
    Dialect select(HttpServerRequest request, String path) {
        return dialects.configured().orElseGet(() -> {
            List<Dialect> owners = owners(path);
            return switch (owners.size()) {
                case 0 -> ofUnknownPath(request, path);
                case 1 -> owners.get(0);
                default -> recognized(request, owners).orElse(owners.get(0));
            };
        });
    }

    /**
     * Whether a path that begins with the name of a dialect is really one at the root, which another dialect has. It is
     * if the first dialect does not have it, or if the other one recognizes the request. If the other one does not have
     * it either, but recognizes a request that the first one would refuse, it reports that.
     */
    boolean belongsToOther(HttpServerRequest request, String path, Dialect prefixed) {
        DialectRoutes known = dialectRoutes();
        if (dialects.configured().isPresent() || !known.canBeginWith(prefixed.name())) {
            return false;
        }
        List<Dialect> owners = known.owners(path);
        boolean isOwn = known.owners(Routes.below(path, prefixed.name())).contains(prefixed);
        if (owners.isEmpty()) {
            boolean isRefused = !isOwn || !(prefixed.bearerToken(request.headers()) instanceof BearerToken.Key);
            return isRefused
                    && recognized(request, dialects.all())
                            .filter(dialect -> dialect != prefixed)
                            .isPresent();
        }
        return !isOwn || recognized(request, owners).isPresent();
    }

    /** The dialect that reports an error of a request that cannot be read. */
    Dialect ofUnreadable(HttpServerRequest request) {
        return dialects.configured().orElseGet(() -> ofUnknownPath(request, ""));
    }

    /** The dialects that have a path, the default first. Routes are known only after the first request arrives. */
    private List<Dialect> owners(String path) {
        return dialectRoutes().owners(path);
    }

    private DialectRoutes dialectRoutes() {
        if (dialectRoutes == null) {
            dialectRoutes = new DialectRoutes(dialects.all(), routes);
        }
        return dialectRoutes;
    }

    private static Optional<Dialect> recognized(HttpServerRequest request, Collection<Dialect> owners) {
        Optional<ApiKey> key = key(request);
        return owners.stream()
                .filter(dialect -> dialect.recognizes(request.headers(), key))
                .findFirst();
    }

    private Dialect ofUnknownPath(HttpServerRequest request, String path) {
        Optional<ApiKey> key = key(request);
        return recognized(request, dialects.all())
                .filter(dialect -> key.flatMap(dialect::keyError).isEmpty())
                .or(() -> key.flatMap(dialects::byKeyPrefix))
                .or(() -> supported.owner(path))
                .or(() -> ofBeginning(path))
                .orElseGet(dialects::defaultDialect);
    }

    /** The only dialect that shares the most segments with the beginning of a path. */
    private Optional<Dialect> ofBeginning(String path) {
        List<Dialect> best = new ArrayList<>();
        int most = 1;
        for (Dialect dialect : dialects.all()) {
            int shared = routes.below(dialect.name()).stream()
                    .mapToInt(route -> route.sharedSegments(path))
                    .max()
                    .orElse(0);
            if (shared > most) {
                best.clear();
            }
            if (shared >= most) {
                best.add(dialect);
                most = shared;
            }
        }
        return best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
    }

    private static Optional<ApiKey> key(HttpServerRequest request) {
        return BearerToken.read(request.headers().getAll("Authorization")) instanceof BearerToken.Key found
                ? Optional.of(found.key())
                : Optional.empty();
    }
}
