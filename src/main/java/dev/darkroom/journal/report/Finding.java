package dev.darkroom.journal.report;

import dev.darkroom.journal.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A mistake of a client.
 *
 * @param dialect the API that was used; empty when it is no longer known
 * @param message a sentence with figures
 * @param exchanges the exchanges that show the mistake, oldest first: at most {@value #MAX_EXCHANGES}
 * @param count the number of all these exchanges
 */
public record Finding(FindingType type, Optional<String> dialect, String message, List<Exchange> exchanges, int count) {

    private static final int MAX_EXCHANGES = 100;

    static Finding of(FindingType type, Optional<String> dialect, String message, List<Exchange> exchanges) {
        List<Exchange> first = exchanges.stream().limit(MAX_EXCHANGES).toList();
        return new Finding(type, dialect, message, first, exchanges.size());
    }

    /** @param exchanges at least one */
    static Finding of(FindingType type, String message, List<Exchange> exchanges) {
        return of(type, Optional.of(exchanges.get(0).dialect()), message, exchanges);
    }

    /** @param pairs at least one; an exchange in several pairs counts once */
    static Finding ofPairs(FindingType type, String message, List<RequestPair> pairs) {
        SortedMap<Long, Exchange> exchanges = new TreeMap<>();
        pairs.forEach(pair -> {
            exchanges.put(pair.earlier().number(), pair.earlier());
            exchanges.put(pair.later().number(), pair.later());
        });
        return of(type, message, List.copyOf(exchanges.values()));
    }
}
