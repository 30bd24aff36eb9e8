package dev.darkroom.wire.control;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.darkroom.wire.server.WireTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server serves its own cookbook. */
@WireTest
class DocsIT {

    private static final Path DOCS = Path.of("src/main/resources/docs");

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(DOCS)) {
            return files.toList();
        }
    }

    @Test
    void servesIndex() throws IOException {
        assertThat(markdown("/_darkroom/docs")).isEqualTo(Files.readString(DOCS.resolve("index.md")));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void servesEveryPage(Path page) throws IOException {
        assertThat(markdown("/_darkroom/docs/" + page.getFileName())).isEqualTo(Files.readString(page));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nope.md",
                "Index.md",
                "index",
                ".md",
                "index.md%00.md",
                "..%2ffidelity%2faivideoapi.md",
                "..%2f..%2fapplication.yaml",
                "%2fetc%2fpasswd.md",
                "..%5cindex.md"
            })
    void servesNothingElse(String path) {
        given().urlEncodingEnabled(false)
                .get("/_darkroom/docs/" + path)
                .then()
                .statusCode(404)
                .contentType("application/json")
                .body("error.code", equalTo("not_found"));
    }

    private static String markdown(String path) {
        return given().get(path)
                .then()
                .statusCode(200)
                .contentType("text/markdown;charset=UTF-8")
                .extract()
                .asString();
    }
}
