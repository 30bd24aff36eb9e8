package dev.darkroom.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.chaos.Operation;
import dev.darkroom.journal.report.ClientHistoryBuilder;
import dev.darkroom.journal.report.FindingType;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonReportTest {

    @Test
    void listsFindingsWithAdvice() {
        ClientHistoryBuilder tape = new ClientHistoryBuilder();
        for (int i = 0; i < 2; i++) {
            tape.request(Optional.of(Operation.CREDITS), "GET", "/v1/credits", "", 401);
        }

        assertThat(json(tape, Optional.of("a page")))
                .isEqualTo("{\"sandbox\":\"sk-1…\",\"verdict\":\"findings\",\"exchanges\":2,\"dropped\":3,"
                        + "\"findings\":[{\"kind\":\"retried_refusal\",\"message\":\"GET /v1/credits was sent again unchanged once"
                        + " after it had been rejected with 401, and was rejected again.\","
                        + "\"page\":\"a page\",\"instead\":\"" + FindingType.RETRIED_REFUSAL.advice() + "\","
                        + "\"exchanges\":[1,2],\"count\":2}],\"left_out\":{}}");
        assertThat(json(tape, Optional.empty())).contains("\"page\":null");
    }

    private static String json(ClientHistoryBuilder tape, Optional<String> page) {
        return new String(JsonReport.of(new ClientReport("sk-1…", 2, 3, tape.report(), finding -> page)), UTF_8);
    }
}
