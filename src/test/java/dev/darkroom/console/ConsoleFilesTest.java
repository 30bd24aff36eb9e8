package dev.darkroom.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleFilesTest {

    private final ConsoleFiles files = new ConsoleFiles();

    @Test
    void findsFilesInTheFolderAndBelow() {
        assertThat(files.find("index.html").orElseThrow().type()).isEqualTo("text/html;charset=UTF-8");
        assertThat(files.findInFolder("lib", "preact-license.txt").orElseThrow().type())
                .isEqualTo("text/plain;charset=UTF-8");
    }

    @Test
    void readsAndCompressesAFileOnce() {
        assertThat(files.find("index.html").orElseThrow())
                .isSameAs(files.find("index.html").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nope.js",
                "index",
                "Index.html",
                "lib",
                "lib/",
                "/index.html",
                "./index.html",
                "lib/../index.html",
                "../application.yaml",
                "../docs/index.md",
                "..\\application.yaml",
                "lib/preact-license.txt",
                "index.html/",
                "index.html\n",
                "index.html\0.js",
                ".html",
                "preact.min.js"
            })
    void findsNothingElse(String name) {
        assertThat(files.find(name)).isEmpty();
        assertThat(files.findInFolder("lib", name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", ".", "/", "LIB", "lib/", "lib/../lib", "nope"})
    void findsNothingInOtherFolders(String folder) {
        assertThat(files.findInFolder(folder, "preact-license.txt")).isEmpty();
    }

    @Test
    void compressedContentIsTheSame() throws IOException {
        ConsoleFile file = ConsoleFile.of("text/plain", "text text text".getBytes(StandardCharsets.UTF_8));

        byte[] content = new GZIPInputStream(new ByteArrayInputStream(file.body(true))).readAllBytes();
        assertThat(content).isEqualTo(file.body(false));
    }

    @Test
    void tagsDifferWithContentAndCoding() {
        ConsoleFile one = ConsoleFile.of("text/plain", new byte[] {1});
        ConsoleFile two = ConsoleFile.of("text/plain", new byte[] {2});

        assertThat(one.tag(false)).matches("\"[0-9a-f]{32}\"").isNotEqualTo(two.tag(false));
        assertThat(one.tag(true)).isNotEqualTo(one.tag(false));
    }
}
