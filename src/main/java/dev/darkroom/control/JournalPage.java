package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.journal.Exchange;
import dev.darkroom.journal.Journal;
import java.util.List;
import java.util.function.Function;

/**
 * The exchanges of a page, read from their journals while they are written. Exchanges that have been dropped since the
 * page was selected are left out.
 */
final class JournalPage extends Batches<ObjectNode> {

    private final List<Found> page;
    private final Function<Exchange, ObjectNode> description;
    private int position;

    JournalPage(List<Found> page, Function<Exchange, ObjectNode> description) {
        this.page = page;
        this.description = description;
    }

    /**
     * Where to find an exchange that was selected.
     *
     * @param bytes its estimated size
     */
    record Found(Journal journal, long number, int bytes) {}

    @Override
    List<ObjectNode> nextBatch() {
        List<ObjectNode> batch = List.of();
        while (batch.isEmpty() && position < page.size()) {
            int end = Math.min(page.size(), position + SIZE);
            batch = page.subList(position, end).stream()
                    .flatMap(found -> found.journal().find(found.number()).stream())
                    .map(description)
                    .toList();
            position = end;
        }
        return batch;
    }
}
