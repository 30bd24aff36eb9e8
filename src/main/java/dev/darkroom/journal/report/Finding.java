package dev.darkroom.journal.report;

import dev.darkroom.journal.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that a client did, and should not have done.
 *
 * @param dialect whose API it did it to; empty when that is not known any more
 * @param message what it did, in a sentence with figures
 * @param exchanges in which it did it, oldest first; the first {@value #MAX_EXCHANGES}
 * @param count how many there are in all
 */
public record Finding(FindingType kind, Optional<String> dialect, String message, List<Exchange> exchanges, int count) {

    private static final int MAX_EXCHANGES = 100;

    static Finding of(FindingType kind, Optional<String> dialect, String message, List<Exchange> exchanges) {
        List<Exchange> first = exchanges.stream().limit(MAX_EXCHANGES).toList();
        return new Finding(kind, dialect, message, first, exchanges.size());
    }

    /** @param exchanges at least one */
    static Finding of(FindingType kind, String message, List<Exchange> exchanges) {
        return of(kind, Optional.of(exchanges.get(0).dialect()), message, exchanges);
    }

    /** @param pauses at least one; each exchange of them counts once */
    static Finding ofPauses(FindingType kind, String message, List<RequestPair> pauses) {
        SortedMap<Long, Exchange> exchanges = new TreeMap<>();
        pauses.forEach(pause -> {
            exchanges.put(pause.before().number(), pause.before());
            exchanges.put(pause.after().number(), pause.after());
        });
        return of(kind, message, List.copyOf(exchanges.values()));
    }
}
