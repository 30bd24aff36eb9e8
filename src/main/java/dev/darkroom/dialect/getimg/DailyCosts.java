package dev.darkroom.dialect.getimg;

import dev.darkroom.ledger.Credits;
import dev.darkroom.ledger.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Captured credits by day.
 *
 * @param byDay has an entry for every day in UTC that the range touches
 */
record DailyCosts(SortedMap<LocalDate, Credits> byDay) {

    /** @param entries all entries of the ledger */
    static DailyCosts of(List<Entry> entries, CostRange range) {
        SortedMap<LocalDate, Credits> byDay = new TreeMap<>();
        for (LocalDate day = day(range.start()); !day.isAfter(day(range.end())); day = day.plusDays(1)) {
            byDay.put(day, Credits.ZERO);
        }
        entries.stream()
                .filter(entry -> entry.kind() == Entry.Kind.CAPTURE && range.contains(entry.at()))
                .forEach(entry -> byDay.merge(day(entry.at()), entry.amount(), Credits::plus));
        return new DailyCosts(byDay);
    }

    Credits total() {
        return byDay.values().stream().reduce(Credits.ZERO, Credits::plus);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
