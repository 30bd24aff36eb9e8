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
        ClientHistoryBuilder history = new ClientHistoryBuilder();
        for (int i = 0; i < 2; i++) {
            history.request(Optional.of(Operation.CREDITS), "GET", "/v1/credits", "", 401);
        }

        assertThat(json(history, Optional.of("a page")))
                .startsWith("{\"sandbox\":\"sk-1…\",\"verdict\":\"findings\",\"exchanges\":2,\"dropped\":3,"
                        + "\"findings\":[{\"kind\":\"retried_refusal\",\"message\":\"GET /v1/credits was sent again unchanged once"
                        + " after it had been rejected with 401, and was rejected again.\","
                        + "\"page\":\"a page\",\"instead\":\"" + FindingType.RETRIED_REFUSAL.advice() + "\","
                        + "\"exchanges\":[1,2],\"count\":2}],\"left_out\":{},\"not_tried\":[\"No task was created, ");
        assertThat(json(history, Optional.empty())).contains("\"page\":null");
    }

    private static String json(ClientHistoryBuilder history, Optional<String> page) {
        return new String(JsonReport.of(new ClientReport("sk-1…", 2, 3, history.report(), finding -> page)), UTF_8);
    }
}
