package dev.darkroom.server;

import dev.darkroom.api.Dialect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the dialects that have a path. It looks only at the routes that begin with the segments of the path. */
final class DialectRoutes {

    private record Entry(Dialect dialect, Route route) {

        /** Whether paths with these first segments can match. */
        boolean canBegin(String segments) {
            String own = firstSegments(route.template());
            return own.equals(segments) || Route.isParameter(own);
        }
    }

    private final Map<String, List<Entry>> byFirstSegments = new HashMap<>();
    private final Set<String> firstSegments = new HashSet<>();

    /** The routes that have a parameter among their first segments. */
    private final List<Entry> others;

    /** @param dialects in the order in which {@link #owners} returns them */
    DialectRoutes(Collection<Dialect> dialects, Routes routes) {
        List<Entry> all = new ArrayList<>();
        for (Dialect dialect : dialects) {
            routes.below(dialect.name()).forEach(route -> all.add(new Entry(dialect, route)));
        }
        for (Entry entry : all) {
            String segments = firstSegments(entry.route().template());
            firstSegments.add(Routes.firstSegment(segments));
            byFirstSegments.put(
                    segments,
                    all.stream().filter(other -> other.canBegin(segments)).toList());
        }
        this.others = all.stream()
                .filter(entry -> Route.isParameter(firstSegments(entry.route().template())))
                .toList();
    }

    /** Whether a dialect has paths that begin with this segment. */
    boolean canBeginWith(String segment) {
        return firstSegments.contains(segment);
    }

    /** The dialects that have a path. A slash at the end of the path makes no difference. */
    List<Dialect> owners(String path) {
        List<Dialect> owners = new ArrayList<>(1);
        for (Entry entry : byFirstSegments.getOrDefault(firstSegments(path), others)) {
            if (entry.route().matches(path) && !owners.contains(entry.dialect())) {
                owners.add(entry.dialect());
            }
        }
        return owners;
    }

    /** The first two segments, with the slash before each. */
    private static String firstSegments(String path) {
        int end = path.indexOf('/', path.indexOf('/', 1) + 1);
        String segments = end <= 0 ? path : path.substring(0, end);
        return segments.endsWith("/") ? segments.substring(0, segments.length() - 1) : segments;
    }
}
