package dev.darkroom.server;

import dev.darkroom.api.Dialect;
import dev.darkroom.api.Dialects;
import dev.darkroom.api.RequestContext;
import dev.darkroom.field.TextRules;
import dev.darkroom.http.PublicUrl;
import dev.darkroom.server.NearMiss.Candidate;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Tells clients which path or method they may have meant. */
@Singleton
class PathHints {

    private static final int MAX_QUOTED = 100;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;

    private final Dialects dialects;
    private final Routes routes;
    private final SupportedPaths supported;

    PathHints(Dialects dialects, Routes routes, SupportedPaths supported) {
        this.dialects = dialects;
        this.routes = routes;
        this.supported = supported;
    }

    /** Warns a client of a dialect whose request gets this status, if the path or the method may be a mistake. */
    void warn(RoutingContext context, int status) {
        RequestContext request = RequestContext.of(context);
        if (request == null) {
            return;
        }
        if (status == NOT_FOUND) {
            request.warn(List.of(unknownPath(context, request.dialect())));
        } else if (status == METHOD_NOT_ALLOWED) {
            SortedSet<String> methods = new TreeSet<>(routes.methods(context.normalizedPath()));
            methods.removeAll(List.of("HEAD", "OPTIONS"));
            request.warn(List.of("`" + quoted(SentPath.of(context)) + "` does not support "
                    + quoted(context.request().method().name()) + "; use " + String.join(" or ", methods)));
        }
    }

    /** A sentence for a client of the control API that begins with a space; empty if no path is similar. */
    String ofControl(RoutingContext context) {
        List<Candidate> candidates = candidates(DialectRouter.CONTROL, DialectRouter.CONTROL.substring(1));
        return closest(context, candidates)
                .map(found -> " Did you mean `" + withMethod(found, context) + "`?")
                .orElse("");
    }

    /** The framework ignores empty segments. Whether the vendors' servers do is unknown. */
    void warnAboutSlashes(RoutingContext context) {
        RequestContext request = RequestContext.of(context);
        if (request != null
                && SentPath.hasEmptySegment(context)
                && !routes.methods(context.normalizedPath()).isEmpty()) {
            request.warn(List.of(unknownPath(context, request.dialect())));
        }
    }

    private String unknownPath(RoutingContext context, Dialect dialect) {
        boolean isAnyPossible = supported.isAnyPossible(context);
        String path = SentPath.of(context);
        Optional<Candidate> closest = closest(context, ownCandidates(context, dialect));
        Optional<SupportedPaths.Unsupported> unsupported = supported.unsupported(context, dialect);
        if (unsupported.isPresent()) {
            return "`" + quoted(path) + "` is for " + unsupported.get().name() + ", which Darkroom does not fake"
                    + closest.filter(found -> isBelow(found, path))
                            .map(found -> didYouMean(found, context))
                            .orElse("");
        }
        Optional<String> hint = closest.map(found -> didYouMean(found, context))
                .or(() -> isAnyPossible ? hintAtOther(context) : Optional.empty());
        return "`" + quoted(path) + "` is not a path of " + (isAnyPossible ? "any vendor" : dialect.name())
                + hint.orElse("");
    }

    /** Whether the path lacks only a last segment: a client that lists tasks may have meant to read one. */
    private static boolean isBelow(Candidate found, String path) {
        return found.template().startsWith(path.endsWith("/") ? path : path + "/");
    }

    private static String didYouMean(Candidate found, RoutingContext context) {
        return "; did you mean `" + withMethod(found, context) + "`?";
    }

    /** A path of another dialect than the one that responds, whose key or host tells what the client wants. */
    private Optional<String> hintAtOther(RoutingContext context) {
        Map<Candidate, Dialect> candidates = new LinkedHashMap<>();
        dialects.all().forEach(dialect -> candidates("", dialect.name())
                .forEach(candidate -> candidates.putIfAbsent(candidate, dialect)));
        return closest(context, List.copyOf(candidates.keySet()))
                .map(found -> "; did you mean `" + withMethod(found, context) + "` of "
                        + candidates.get(found).name() + "?");
    }

    private List<Candidate> ownCandidates(RoutingContext context, Dialect dialect) {
        return candidates(PublicUrl.dialectPrefix(context).orElse(""), dialect.name());
    }

    private List<Candidate> candidates(String prefix, String firstSegment) {
        return routes.below(firstSegment).stream()
                .map(route -> new Candidate(prefix, route))
                .toList();
    }

    private static Optional<Candidate> closest(RoutingContext context, List<Candidate> candidates) {
        return NearMiss.closest(context.request().method().name(), SentPath.of(context), candidates);
    }

    /** The path, after the method to use if the client has used another one. */
    private static String withMethod(Candidate found, RoutingContext context) {
        return found.route().methods().contains(context.request().method().name())
                ? found.template()
                : found.route().methods().stream()
                        .filter(method -> !method.equals("HEAD") && !method.equals("OPTIONS"))
                        .findFirst()
                        .map(method -> method + " " + found.template())
                        .orElseThrow();
    }

    private static String quoted(String text) {
        return TextRules.quotable(text, MAX_QUOTED);
    }
}
