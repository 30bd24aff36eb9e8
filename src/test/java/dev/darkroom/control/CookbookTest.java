package dev.darkroom.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages at {@code /_darkroom/docs} link to each other. */
class CookbookTest {

    private static final Path DOCS = Path.of("src/main/resources/docs");
    private static final Pattern ROW =
            Pattern.compile("^\\| \\[([\\w.-]+)]\\(\\1\\) \\| [^|]*[.?] \\|$", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("]\\(([^)]*)\\)");

    static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(DOCS)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void indexDescribesEveryOtherPage() throws IOException {
        assertThat(ROW.matcher(text("index.md")).results().map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(pages().stream()
                        .filter(name -> !name.equals("index.md"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void servesEveryPageAndItsLinksLeadToOtherPages(String name) throws IOException {
        assertThat(Documents.find("docs/", name.replaceFirst("\\.md$", ""), ".md"))
                .hasValueSatisfying(page -> assertThat(page).isNotEmpty());
        assertThat(LINK.matcher(text(name)).results().map(link -> link.group(1)))
                .isNotEmpty()
                .isSubsetOf(pages());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyRecipeEndsWithLinksToFurtherPages(String name) throws IOException {
        if (!name.equals("index.md")) {
            assertThat(text(name).lines().reduce("", (before, line) -> line)).startsWith("See also: ");
        }
    }

    private static String text(String name) throws IOException {
        return Files.readString(DOCS.resolve(name));
    }
}
