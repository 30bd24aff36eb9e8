package dev.darkroom.journal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.task.TaskStatus;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {

    private final ClientHistoryBuilder tape = new ClientHistoryBuilder();

    @Test
    void nothingIsClean() {
        assertThat(tape.report().isClean()).isTrue();
        assertThat(tape.report().leftOut()).isEmpty();
    }

    @Test
    void aGoodClientsWholeLifeIsClean() {
        tape.create("1", 429).retryAfter("1").wait("1s").create("1", 503).wait("2s");
        tape.create("1", 200).made(ClientHistoryBuilder.TASK).wait("1s");
        tape.poll(TaskStatus.PENDING).wait("1s").poll(TaskStatus.PROCESSING).wait("1s");
        tape.poll(ClientHistoryBuilder.TASK, 429).retryAfter("3").wait("3s").poll(TaskStatus.COMPLETED);
        tape.create("2", 400).create("2, mended", 200).made(ClientHistoryBuilder.OTHER);

        assertThat(tape.report().findings()).isEmpty();
    }

    @Test
    void aFindingNamesAHundredExchangesAndCountsAll() {
        for (int i = 0; i < 1000; i++) {
            tape.poll(TaskStatus.PENDING);
        }

        Finding finding = tape.report().findings().get(0);
        assertThat(finding.exchanges()).hasSize(100);
        assertThat(finding.count()).isEqualTo(1000);
        assertThat(finding.dialect()).contains("some-dialect");
    }

    @Test
    void aHundredFindingsOfAKindAreToldAndTheRestCounted() {
        for (int i = 0; i < 130; i++) {
            tape.create("body " + i, 400).create("body " + i, 400);
            tape.fetch("/images/" + i + ".png");
        }
        tape.create("field", 200).unknown("`n` is not a field of input");
        Report report = tape.report();

        assertThat(report.of(FindingType.RETRIED_REFUSAL)).hasSize(100);
        assertThat(report.of(FindingType.UNKNOWN_FIELDS)).hasSize(1);
        assertThat(report.of(FindingType.EXPIRED_PICTURE)).hasSize(100);
        assertThat(report.leftOut())
                .containsOnly(Map.entry(FindingType.RETRIED_REFUSAL, 30), Map.entry(FindingType.EXPIRED_PICTURE, 30));
        assertThat(report.findings()).extracting(Finding::kind).isSorted();
    }
}
