package dev.darkroom.server;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A path that the server serves, below the first segment of its URLs.
 *
 * @param template such as {@code /v1/tasks/{id}}; empty for the first segment itself
 * @param methods the methods to which the path responds
 */
record Route(String template, SortedSet<String> methods) {

    /** A route to resources. Every path responds to {@code OPTIONS}, and to {@code HEAD} if it responds to GET. */
    static Route of(String template, SortedSet<String> resourceMethods) {
        SortedSet<String> methods = new TreeSet<>(resourceMethods);
        methods.add("OPTIONS");
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return new Route(template, methods);
    }

    /** Whether this is the route of a path. A slash at the end of the path makes no difference. */
    boolean matches(String path) {
        int end = path.endsWith("/") ? path.length() - 1 : path.length();
        int t = 0;
        int p = 0;
        while (t < template.length() && p < end) {
            int nextT = segmentEnd(template, t, template.length());
            int nextP = segmentEnd(path, p, end);
            if (!matches(t + 1, nextT, path, p + 1, nextP)) {
                return false;
            }
            t = nextT;
            p = nextP;
        }
        return t == template.length() && p == end;
    }

    /** How many segments at the beginning of a path are those of the template, up to its first parameter. */
    int sharedSegments(String path) {
        int shared = 0;
        int at = 0;
        while (at < template.length()) {
            int end = segmentEnd(template, at, template.length());
            boolean isShared = template.regionMatches(at, path, at, end - at)
                    && (end == path.length() || end < path.length() && path.charAt(end) == '/');
            if (!isShared) {
                return shared;
            }
            shared++;
            at = end;
        }
        return shared;
    }

    /** The segments of the template. */
    List<String> segments() {
        return template.isEmpty() ? List.of() : List.of(template.substring(1).split("/"));
    }

    /** Whether a segment of a template stands for any text. */
    static boolean isParameter(String segment) {
        return segment.indexOf('{') >= 0;
    }

    private boolean matches(int from, int to, String path, int pathFrom, int pathTo) {
        int open = template.indexOf('{', from);
        if (open < 0 || open >= to) {
            return to - from == pathTo - pathFrom && template.regionMatches(from, path, pathFrom, to - from);
        }
        int prefix = open - from;
        int suffix = to - template.indexOf('}', open) - 1;
        return pathTo - pathFrom > prefix + suffix
                && template.regionMatches(from, path, pathFrom, prefix)
                && template.regionMatches(to - suffix, path, pathTo - suffix, suffix);
    }

    private static int segmentEnd(String path, int slash, int end) {
        int next = path.indexOf('/', slash + 1);
        return next < 0 || next > end ? end : next;
    }
}
