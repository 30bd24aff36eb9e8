package dev.darkroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.api.error.CommonError;
import dev.darkroom.api.error.ErrorResponse;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The error table on the page that compares the dialects is correct. */
@QuarkusTest
@Isolated
class DialectsPageTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z_]+)` \\| (\\d{3} .*) \\|$", Pattern.MULTILINE);

    /** The dialects in the order of the page's columns. */
    private static final List<String> COLUMNS =
            List.of("aivideoapi", "reapi", "aigenerate", "getimg", "openai", "azure");

    @Inject
    Dialects dialects;

    @Test
    void documentsStatusAndCodeOfEachCommonError() throws IOException {
        List<MatchResult> rows = ROW.matcher(Files.readString(Path.of("src/main/resources/docs/dialects.md")))
                .results()
                .toList();

        assertThat(rows.stream().map(row -> row.group(1)).toList()).isEqualTo(CommonError.codes());
        for (MatchResult row : rows) {
            List<String> expected = new ArrayList<>();
            for (String column : COLUMNS) {
                expected.add(cell(column, row.group(1)));
            }
            assertThat(row.group(2)).as(row.group(1)).isEqualTo(String.join(" | ", expected));
        }
    }

    private String cell(String dialect, String name) throws IOException {
        ErrorResponse error = dialects.named(dialect).error(name, Optional.empty());
        JsonNode body = MAPPER.readTree(error.body(() -> new UUID(0, 0)));
        JsonNode code = body.has("error") ? body.get("error").get("code") : body.get("code");
        return error.status() + " `" + code.asText() + "`";
    }

    @Test
    void documentsEveryDialect() {
        assertThat(dialects.all().stream().map(Dialect::name)).containsExactlyInAnyOrderElementsOf(COLUMNS);
    }
}
