package dev.darkroom.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.control.JournalPage.Found;
import dev.darkroom.http.json.Json;
import dev.darkroom.journal.Exchange;
import dev.darkroom.journal.Journal;
import dev.darkroom.journal.RecordedBody;
import dev.darkroom.journal.TestExchange;
import dev.darkroom.memory.SharedMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class JournalPageTest {

    private static final List<Found> LARGE = LongStream.rangeClosed(1, 1000)
            .mapToObj(number -> TestExchange.create(number)
                    .withRequest(RecordedBody.of(" ".repeat(16_000).getBytes()))
                    .exchange())
            .map(JournalPageTest::found)
            .toList();

    @Test
    void pageHasAtMostFourMebibytes() {
        List<Found> newest = query(Optional.empty()).page(LARGE);

        assertThat(newest.stream().mapToLong(Found::bytes).sum()).isBetween(3L << 20, 4L << 20);
        assertThat(newest.get(newest.size() - 1).number()).isEqualTo(1000);
    }

    @Test
    void pageOfSummariesHasNoLimitOfBytes() {
        assertThat(query(Optional.empty(), Detail.SUMMARY).page(LARGE)).hasSize(1000);
    }

    @Test
    void consecutivePagesHaveNoGap() {
        List<Long> numbers = new ArrayList<>();
        long since = 0;
        while (since < 1000) {
            JournalQuery query = query(Optional.of(since));
            List<Found> page = query.page(LARGE.subList((int) since, 1000));
            page.forEach(found -> numbers.add(found.number()));
            since = page.get(page.size() - 1).number();
        }
        assertThat(numbers).isEqualTo(LARGE.stream().map(Found::number).toList());
    }

    @Test
    void pageOfSmallExchangesIsFull() {
        List<Found> small = LongStream.rangeClosed(1, 2000)
                .mapToObj(number -> TestExchange.create(number).exchange())
                .map(JournalPageTest::found)
                .toList();
        assertThat(query(Optional.empty()).page(small)).hasSize(1000);
        assertThat(query(Optional.of(0L)).page(List.of())).isEmpty();
    }

    @Test
    void omitsExchangesDroppedSincePageWasSelected() {
        Journal journal = new Journal(50, SharedMemory.unlimited(), new AtomicLong()::incrementAndGet);
        for (int i = 0; i < 50; i++) {
            journal.append(number -> TestExchange.create(number).exchange());
        }
        List<Found> selected = journal.exchanges().stream()
                .map(exchange -> new Found(journal, exchange.number(), exchange.bytes()))
                .toList();
        JournalPage page = new JournalPage(selected, exchange -> Json.object().put("number", exchange.number()));

        assertThat(page.next().get("number").asInt()).isEqualTo(1);
        for (int i = 0; i < 40; i++) {
            journal.append(number -> TestExchange.create(number).exchange());
        }
        List<Integer> rest = new ArrayList<>();
        page.forEachRemaining(json -> rest.add(json.get("number").asInt()));

        assertThat(rest).contains(2, 41, 50).doesNotContain(17, 40, 51);
    }

    private static Found found(Exchange exchange) {
        return new Found(null, exchange.number(), exchange.bytes());
    }

    private static JournalQuery query(Optional<Long> since) {
        return query(since, Detail.FULL);
    }

    private static JournalQuery query(Optional<Long> since, Detail detail) {
        return new JournalQuery(exchange -> true, since, 1000, detail, Optional.empty(), 1, PlainText.Format.JSON);
    }
}
