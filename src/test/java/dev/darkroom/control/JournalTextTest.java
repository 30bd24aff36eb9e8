package dev.darkroom.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.journal.TestExchange;
import org.junit.jupiter.api.Test;

class JournalTextTest {

    @Test
    void showsWarningsAndBodiesBelowTheRequest() {
        assertThat(JournalText.lines(
                        TestExchange.create(7)
                                .withTask(TestExchange.TASK, "some rule")
                                .withWarning("`n` is not a field of input")
                                .withRequest("{\n  \"n\": 1\n}")
                                .withResponse(503, "busy\u001b[31m")
                                .exchange(),
                        Detail.FULL))
                .containsExactly(
                        "#7 1970-01-01T00:00:00Z POST /v1/images/generations -> 503 dialect create task "
                                + TestExchange.TASK + " 0 ms fault some rule",
                        "  ! `n` is not a field of input",
                        "  > { \"n\": 1 }",
                        "  < busy?[31m");
    }

    @Test
    void summaryHasNoBodies() {
        assertThat(JournalText.lines(
                        TestExchange.create(7)
                                .withWarning("`n` is not a field of input")
                                .withRequest("{}")
                                .withResponse(503, "busy")
                                .exchange(),
                        Detail.SUMMARY))
                .hasSize(2)
                .last()
                .isEqualTo("  ! `n` is not a field of input");
    }

    @Test
    void shortensLongBodies() {
        assertThat(JournalText.lines(
                                TestExchange.create(7)
                                        .withRequest("a b ".repeat(1000))
                                        .exchange(),
                                Detail.FULL)
                        .get(1))
                .hasSizeLessThan(420)
                .endsWith("...");
    }

    @Test
    void saysThatThereWasNoResponse() {
        assertThat(JournalText.lines(TestExchange.create(7).withResponse(0, "").exchange(), Detail.FULL))
                .singleElement()
                .asString()
                .contains(" -> no response ");
    }
}
