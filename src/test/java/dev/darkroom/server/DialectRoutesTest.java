package dev.darkroom.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.api.Dialect;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectRoutesTest {

    private static final List<Dialect> DIALECTS = Stream.of("first", "second", "third")
            .map(DialectRoutesTest::dialect)
            .toList();

    private final DialectRoutes routes = new DialectRoutes(
            DIALECTS,
            routes(Map.of(
                    "first", List.of("/v1/credits", "/v1/tasks/{id}", "/v1/images/generations", ""),
                    "second", List.of("/v1/images/generations", "/v1/models", "/api/v1/tasks/{id}", "/{name}.md"),
                    "third", List.of("/v1/models", "/v1/models/{id}", "/{tenant}/files/{id}", "/v1/images/{kind}"))));

    @ParameterizedTest
    @CsvSource({
        "/v1/credits, first",
        "/v1/credits/, first",
        "/v1/tasks/397c, first",
        "/v1/tasks/397c/, first",
        "/api/v1/tasks/397c, second",
        "/v1/models, second third",
        "/v1/models/gpt-image-2, third",
        // The order is that of the dialects, not that of the routes.
        "/v1/images/generations, first second third",
        "/v1/images/generations/, first second third",
        "/v1/images/edits, third",
        // A parameter is among the first two segments.
        "/acme/files/1, third",
        "/v1/files/1, third",
        "/readme.md, second",
        "'', first",
        "/, first",
    })
    void findsTheDialectsThatHaveAPath(String path, String owners) {
        assertThat(names(path)).isEqualTo(owners);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1",
        "/v1/",
        "/v1/credit",
        "/v1/creditsx",
        "/v1/credits/x",
        "/v1/tasks",
        "/v1/tasks/",
        "/v1/tasks/397c/x",
        "/v2/credits",
        "/api/v1",
        "/.md",
        "//",
        "//v1/credits",
        "/V1/credits"
    })
    void noDialectHasOtherPaths(String path) {
        assertThat(names(path)).isEmpty();
    }

    /** An owner appears once, even if several of its routes have the path. */
    @Test
    void namesEachOwnerOnce() {
        DialectRoutes twice = new DialectRoutes(
                DIALECTS, routes(Map.of("first", List.of("/v1/{kind}", "/v1/models"), "second", List.of("/v1/{id}"))));

        assertThat(twice.owners("/v1/models")).containsExactly(DIALECTS.get(0), DIALECTS.get(1));
        assertThat(twice.owners("/v1/other")).containsExactly(DIALECTS.get(0), DIALECTS.get(1));
    }

    private String names(String path) {
        return String.join(" ", routes.owners(path).stream().map(Dialect::name).toList());
    }

    private static Routes routes(Map<String, List<String>> templates) {
        return new Routes() {
            @Override
            List<Route> below(String firstSegment) {
                return templates.getOrDefault(firstSegment, List.of()).stream()
                        .map(template -> Route.of(template, new TreeSet<>(List.of("GET"))))
                        .toList();
            }
        };
    }

    /** A dialect that has a name only. */
    private static Dialect dialect(String name) {
        return (Dialect) Proxy.newProxyInstance(
                Dialect.class.getClassLoader(),
                new Class<?>[] {Dialect.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "name", "toString" -> name;
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> name.hashCode();
                    default -> throw new UnsupportedOperationException(method.toString());
                });
    }
}
