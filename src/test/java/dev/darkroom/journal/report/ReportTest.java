package dev.darkroom.journal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.task.TaskStatus;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {

    private final ClientHistoryBuilder client = new ClientHistoryBuilder();

    @Test
    void isCleanWithoutExchanges() {
        assertThat(client.report().isClean()).isTrue();
        assertThat(client.report().leftOut()).isEmpty();
    }

    @Test
    void isCleanForAWellBehavedClient() {
        client.create("1", 429).retryAfter("1").wait("1s").create("1", 503).wait("2s");
        client.create("1", 200).createdTask(ClientHistoryBuilder.TASK).wait("1s");
        client.poll(TaskStatus.PENDING).wait("1s").poll(TaskStatus.PROCESSING).wait("1s");
        client.poll(ClientHistoryBuilder.TASK, 429).retryAfter("3").wait("3s").poll(TaskStatus.COMPLETED);
        client.create("2", 400).create("2, fixed", 200).createdTask(ClientHistoryBuilder.OTHER_TASK);

        assertThat(client.report().findings()).isEmpty();
    }

    @Test
    void listsUpToAHundredExchangesAndCountsAll() {
        for (int i = 0; i < 1000; i++) {
            client.poll(TaskStatus.PENDING);
        }

        Finding finding = client.report().findings().get(0);
        assertThat(finding.exchanges()).hasSize(100);
        assertThat(finding.count()).isEqualTo(1000);
        assertThat(finding.dialect()).contains("some-dialect");
    }

    @Test
    void listsUpToAHundredFindingsOfEachTypeAndCountsTheRest() {
        for (int i = 0; i < 130; i++) {
            client.create("body " + i, 400).create("body " + i, 400);
            client.fetchExpiredImage("/images/" + i + ".png");
        }
        client.create("field", 200).unknownFields("`n` is not a field of input");
        Report report = client.report();

        assertThat(report.of(FindingType.RETRIED_REFUSAL)).hasSize(100);
        assertThat(report.of(FindingType.UNKNOWN_FIELDS)).hasSize(1);
        assertThat(report.of(FindingType.EXPIRED_PICTURE)).hasSize(100);
        assertThat(report.leftOut())
                .containsOnly(Map.entry(FindingType.RETRIED_REFUSAL, 30), Map.entry(FindingType.EXPIRED_PICTURE, 30));
        assertThat(report.findings()).extracting(Finding::type).isSorted();
    }
}
