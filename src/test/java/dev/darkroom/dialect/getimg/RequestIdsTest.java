package dev.darkroom.dialect.getimg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdsTest {

    @Test
    @Documented(
            value = "providers/getimg.md §4: the sample of an id",
            rule = "accepts the vendor's sample of an id",
            negativeTest = "rejectsMalformedId",
            dialect = "getimg",
            of = "Generation.id")
    void parsesVendorSample() {
        assertThat(RequestIds.parse("req-01JX3N8Q4V5T6Y7Z8A9B0C1D2E")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "req-",
                "01JX3N8Q4V5T6Y7Z8A9B0C1D2E",
                "req-81JX3N8Q4V5T6Y7Z8A9B0C1D2E",
                "req-01JX3N8Q4V5T6Y7Z8A9B0C1D2",
                "req-01JX3N8Q4V5T6Y7Z8A9B0C1D2EF",
                "req-01JX3N8Q4V5T6Y7Z8A9B0C1D2U",
                "req-01jx3n8q4v5t6y7z8a9b0c1d2e",
                "REQ-01JX3N8Q4V5T6Y7Z8A9B0C1D2E"
            })
    void rejectsMalformedId(String id) {
        assertThat(RequestIds.parse(id)).isEmpty();
    }
}
