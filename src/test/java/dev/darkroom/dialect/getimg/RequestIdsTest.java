package dev.darkroom.dialect.getimg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdsTest {

    @Test
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
