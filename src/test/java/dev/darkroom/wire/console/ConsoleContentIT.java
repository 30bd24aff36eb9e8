package dev.darkroom.wire.console;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.server.WireTest;
import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The web console is small, complete, and works without a network. */
@WireTest
class ConsoleContentIT {

    private static final String CONSOLE = "/_darkroom/console/";

    /** 150 KB. */
    private static final int MAX_COMPRESSED = 150 * 1024;

    private static final String OTHER_HOST = "\\s*[\"'`]?\\s*(?:(?:https?|wss?):)?//";

    /** What makes a browser load something, followed by an address with a host. */
    private static final List<Pattern> LOADS = List.of(
            Pattern.compile("<(?!a\\b)[a-z]+[^>]*\\s(?:src|srcset|href|data|action|poster)=" + OTHER_HOST),
            Pattern.compile("(?:url\\(|@import)" + OTHER_HOST),
            Pattern.compile("(?:\\bfrom|\\bimport)\\s*\\(?\\s*[\"'`](?:https?:)?//"),
            Pattern.compile("\\b(?:fetch|EventSource|WebSocket|Worker|SharedWorker|sendBeacon)\\(" + OTHER_HOST),
            Pattern.compile("\\.(?:src|href|action)\\s*=\\s*[\"'`](?:https?:)?//"));

    private static final Pattern NAMED = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    @Test
    void isSmall() throws IOException {
        int total = 0;
        for (String file : ConsoleFolder.files()) {
            total += Integer.parseInt(given().header("Accept-Encoding", "gzip")
                    .head(CONSOLE + file)
                    .header("Content-Length"));
        }

        assertThat(total).isBetween(1, MAX_COMPRESSED);
    }

    @Test
    void hasTheLicensesOfItsLibraries() {
        assertThat(content("lib/preact-license.txt")).contains("Permission is hereby granted");
        assertThat(content("lib/htm-license.txt")).contains("Apache License");
        assertThat(content("lib/marked-license.txt")).contains("Permission is hereby granted");
    }

    @ParameterizedTest
    @MethodSource("dev.darkroom.wire.console.ConsoleFolder#files")
    void loadsNothingFromOtherHosts(String file) {
        assertThat(loads(file.endsWith("png") || file.endsWith("woff2") ? "" : content(file)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script type=\"module\" src=\"https://cdn.example/app.js\"></script>",
                "<link rel=stylesheet href=//cdn.example/style.css>",
                "@import \"https://cdn.example/style.css\";",
                "background: url( 'http://cdn.example/a.png')",
                "import {h} from 'https://cdn.example/preact.js'",
                "await import(\"//cdn.example/preact.js\")",
                "fetch(`https://api.example/`)",
                "new EventSource('https://api.example/')",
                "image.src = 'http://cdn.example/a.png'"
            })
    void otherHostsAreFound(String text) {
        assertThat(loads(text)).isNotEmpty();
    }

    @Test
    void everyFileThatThePageNamesExists() {
        List<String> named = NAMED.matcher(content("index.html"))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(named).contains("app.js", "icon.svg");
        named.forEach(file -> assertThat(content(file)).isNotEmpty());
    }

    private static List<String> loads(String text) {
        return LOADS.stream()
                .flatMap(load -> load.matcher(text).results())
                .map(MatchResult::group)
                .toList();
    }

    private static String content(String file) {
        return given().get(CONSOLE + file).then().statusCode(200).extract().asString();
    }
}
