package dev.darkroom.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.journal.Exchange;
import dev.darkroom.journal.RecordedBody;
import dev.darkroom.journal.TestExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class JournalPageTest {

    private static final List<Exchange> LARGE = LongStream.rangeClosed(1, 1000)
            .mapToObj(number -> TestExchange.create(number)
                    .withRequest(RecordedBody.of(" ".repeat(16_000).getBytes()))
                    .exchange())
            .toList();

    @Test
    void pageHasAtMostFourMebibytes() {
        List<Exchange> newest = query(Optional.empty()).page(LARGE);

        assertThat(newest.stream().mapToLong(Exchange::bytes).sum()).isBetween(3L << 20, 4L << 20);
        assertThat(newest.get(newest.size() - 1).number()).isEqualTo(1000);
    }

    @Test
    void consecutivePagesHaveNoGap() {
        List<Long> numbers = new ArrayList<>();
        long since = 0;
        while (since < 1000) {
            JournalQuery query = query(Optional.of(since));
            List<Exchange> page =
                    query.page(LARGE.stream().filter(query::matches).toList());
            page.forEach(exchange -> numbers.add(exchange.number()));
            since = page.get(page.size() - 1).number();
        }
        assertThat(numbers).isEqualTo(LARGE.stream().map(Exchange::number).toList());
    }

    @Test
    void pageOfSmallExchangesIsFull() {
        List<Exchange> small = LongStream.rangeClosed(1, 2000)
                .mapToObj(number -> TestExchange.create(number).exchange())
                .toList();
        assertThat(query(Optional.empty()).page(small)).hasSize(1000);
        assertThat(query(Optional.of(0L)).page(List.of())).isEmpty();
    }

    private static JournalQuery query(Optional<Long> since) {
        return new JournalQuery(exchange -> true, since, 1000, Optional.empty(), 1);
    }
}
