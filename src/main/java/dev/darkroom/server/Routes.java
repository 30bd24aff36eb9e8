package dev.darkroom.server;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/** The routes of all resources, as the framework serves them. */
@Singleton
class Routes {

    private volatile Map<String, List<Route>> byFirstSegment;

    /** The routes whose paths begin with this segment: a dialect's name, or that of the control API. */
    List<Route> below(String firstSegment) {
        return all().getOrDefault(firstSegment, List.of());
    }

    /**
     * The methods to which a path responds, in alphabetical order; empty if the server does not have the path.
     *
     * @param path the whole path, with the name of its dialect
     */
    SortedSet<String> methods(String path) {
        SortedSet<String> methods = new TreeSet<>();
        String below = below(path, firstSegment(path));
        for (Route route : below(firstSegment(path))) {
            if (route.matches(below)) {
                methods.addAll(route.methods());
            }
        }
        return methods;
    }

    /** The value of {@code Allow} for a path; empty if the server does not have the path. */
    String allow(String path) {
        return String.join(", ", methods(path));
    }

    /** The first segment of a path. */
    static String firstSegment(String path) {
        int end = path.indexOf('/', 1);
        return end < 0 ? path.substring(Math.min(1, path.length())) : path.substring(1, end);
    }

    /** The part of a path after its first segment. */
    static String below(String path, String firstSegment) {
        return path.substring(Math.min(firstSegment.length() + 1, path.length()));
    }

    /** Read on first use, because filters are created before the resources are deployed. */
    private Map<String, List<Route>> all() {
        if (byFirstSegment == null) {
            byFirstSegment = read();
        }
        return byFirstSegment;
    }

    private static Map<String, List<Route>> read() {
        Map<String, SortedSet<String>> methods = new TreeMap<>();
        RuntimeResourceVisitor.visitRuntimeResources(
                "", ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(), new RuntimeResourceVisitor() {
                    @Override
                    public void visitRuntimeResource(String method, String path, RuntimeResource resource) {
                        String plain = "/" + path.replaceAll("^/+|/+$", "");
                        methods.computeIfAbsent(plain, added -> new TreeSet<>()).add(method);
                    }
                });
        Map<String, List<Route>> routes = new HashMap<>();
        methods.forEach((path, pathMethods) -> {
            String first = firstSegment(path);
            routes.computeIfAbsent(first, added -> new ArrayList<>()).add(Route.of(below(path, first), pathMethods));
        });
        return Collections.unmodifiableMap(routes);
    }
}
