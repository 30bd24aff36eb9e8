package dev.darkroom.server;

import dev.darkroom.api.Dialect;
import dev.darkroom.api.Dialects;
import dev.darkroom.api.UnsupportedArea;
import dev.darkroom.http.PublicUrl;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells clients which operations of a vendor's API Darkroom fakes, and which areas it does not. */
@Singleton
class SupportedPaths {

    private static final Set<String> METHODS_OF_ALL = Set.of("HEAD", "OPTIONS");

    private final Dialects dialects;
    private final Routes routes;

    SupportedPaths(Dialects dialects, Routes routes) {
        this.dialects = dialects;
        this.routes = routes;
    }

    /** An area of a dialect's API. */
    record Unsupported(Dialect dialect, UnsupportedArea area) {

        /** Such as {@code video tasks of aivideoapi}. */
        String name() {
            return area.name() + " of " + dialect.name();
        }
    }

    /** Whether the path may be meant for any vendor, although one of them responds. */
    boolean isAnyPossible(RoutingContext context) {
        return DialectRouter.isAtRoot(context) && dialects.configured().isEmpty();
    }

    /** The area that a request to an unknown path is about. The dialect that responds is tried first. */
    Optional<Unsupported> unsupported(RoutingContext context, Dialect dialect) {
        String path = Routes.below(context.normalizedPath(), dialect.name());
        Stream<Dialect> others = isAnyPossible(context) ? dialects.all().stream() : Stream.empty();
        return Stream.concat(Stream.of(dialect), others)
                .flatMap(possible -> areas(possible, path))
                .findFirst();
    }

    /** The only dialect that has an area with this path. */
    Optional<Dialect> owner(String path) {
        List<Dialect> owners = dialects.all().stream()
                .filter(dialect -> areas(dialect, path).findAny().isPresent())
                .toList();
        return owners.size() == 1 ? Optional.of(owners.get(0)) : Optional.empty();
    }

    /** The text of the error for an unknown path of a dialect. */
    String text(RoutingContext context, Dialect dialect) {
        return unsupported(context, dialect)
                .map(unsupported -> "Darkroom does not fake " + unsupported.name() + ". It fakes "
                        + operations(context, unsupported.dialect()) + ".")
                .orElseGet(() -> "There is nothing at this path. " + operationsOfVendor(context, dialect) + "GET "
                        + DialectRouter.CONTROL + " lists the endpoints.");
    }

    private String operationsOfVendor(RoutingContext context, Dialect dialect) {
        return isAnyPossible(context)
                ? ""
                : "Of " + dialect.name() + ", Darkroom fakes " + operations(context, dialect) + ". ";
    }

    /** All operations of a dialect, with their paths as the client would send them. */
    private String operations(RoutingContext context, Dialect dialect) {
        String prefix = PublicUrl.dialectPrefix(context).orElse("");
        return routes.below(dialect.name()).stream()
                .flatMap(route -> route.methods().stream()
                        .filter(method -> !METHODS_OF_ALL.contains(method))
                        .map(method -> method + " " + prefix + route.template()))
                .collect(Collectors.joining(", "));
    }

    private static Stream<Unsupported> areas(Dialect dialect, String path) {
        return dialect.unsupportedAreas().stream()
                .filter(area -> area.covers(path))
                .map(area -> new Unsupported(dialect, area));
    }
}
