package dev.darkroom.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {

    @ParameterizedTest
    @CsvSource({
        "/v1/tasks/{id}, /v1/tasks/x, true",
        "/v1/tasks/{id}, /v1/tasks/x/, true",
        "/v1/tasks/{id}, /v1/tasks/, false",
        "/v1/tasks/{id}, /v1/tasks, false",
        "/v1/tasks/{id}, /v1/tasks/x/y, false",
        "/v1/tasks/{id}, /v1/task/x, false",
        "/v1/tasks/{id}, /v1/tasksx/x, false",
        "/v1/credits, /v1/credits, true",
        "/v1/credits, /v1/credit, false",
        "/v1/credits, /v1/credits/x, false",
        "/docs/{name}.md, /docs/faults.md, true",
        "/docs/{name}.md, /docs/.md, false",
        "/docs/{name}.md, /docs/faults.txt, false",
        "'', '', true",
        "'', /, true",
        "'', /x, false",
    })
    void matchesPathsOfItsTemplate(String template, String path, boolean isMatch) {
        assertThat(route(template, "GET").matches(path)).isEqualTo(isMatch);
    }

    @Test
    void respondsToHeadWhereItRespondsToGet() {
        assertThat(route("/x", "GET", "POST").methods()).containsExactly("GET", "HEAD", "OPTIONS", "POST");
        assertThat(route("/x", "POST").methods()).containsExactly("OPTIONS", "POST");
    }

    @ParameterizedTest
    @CsvSource({"/v2/nope, 1", "/v2, 1", "/v2/models/x, 2", "/v20, 0", "'', 0", "/v2/modelsx, 1"})
    void countsSharedSegments(String path, int shared) {
        assertThat(route("/v2/models/{model}", "GET").sharedSegments(path)).isEqualTo(shared);
    }

    private static Route route(String template, String... methods) {
        return Route.of(template, new TreeSet<>(Set.of(methods)));
    }
}
