package dev.darkroom.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.chaos.Operation;
import dev.darkroom.journal.report.FindingKind;
import dev.darkroom.journal.report.Tape;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonReportTest {

    @Test
    void listsFindingsWithAdvice() {
        Tape tape = new Tape();
        for (int i = 0; i < 2; i++) {
            tape.request(Optional.of(Operation.CREDITS), "GET", "/v1/credits", "", 401);
        }

        assertThat(json(tape, Optional.of("a page")))
                .isEqualTo("{\"sandbox\":\"sk-1…\",\"verdict\":\"findings\",\"exchanges\":2,\"dropped\":3,"
                        + "\"findings\":[{\"kind\":\"retried_refusal\",\"message\":\"GET /v1/credits was sent again once"
                        + " as it was after it had been refused with 401, and was refused again.\","
                        + "\"page\":\"a page\",\"instead\":\"" + FindingKind.RETRIED_REFUSAL.instead() + "\","
                        + "\"exchanges\":[1,2],\"count\":2}],\"left_out\":{}}");
        assertThat(json(tape, Optional.empty())).contains("\"page\":null");
    }

    private static String json(Tape tape, Optional<String> page) {
        return new String(JsonReport.of(new ClientReport("sk-1…", 2, 3, tape.report(), finding -> page)), UTF_8);
    }
}
