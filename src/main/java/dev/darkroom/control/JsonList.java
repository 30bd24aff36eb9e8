package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.http.SizedEntity;
import dev.darkroom.http.coding.ChunkCoding;
import dev.darkroom.http.coding.Compressible;
import dev.darkroom.http.coding.GzipChunks;
import java.util.Iterator;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A JSON object with a list that may be long. {@link JsonListWriter} writes it while the client reads it, so that a
 * slow client holds little memory.
 *
 * @param head the fields before the list
 * @param name the name of the list
 * @param items computed one by one, on any thread; they do not block
 * @param tail computed after the last item: the fields after the list
 * @param redaction masks the secrets in JSON
 * @param layout changes the white space of the JSON, chunk by chunk
 * @param coding compresses the JSON, or does not
 * @param holder takes turns with other holders in computing items
 */
record JsonList(
        ObjectNode head,
        String name,
        Iterator<ObjectNode> items,
        Supplier<ObjectNode> tail,
        UnaryOperator<byte[]> redaction,
        UnaryOperator<byte[]> layout,
        ChunkCoding coding,
        Object holder)
        implements SizedEntity, Compressible {

    JsonList(ObjectNode head, String name, Iterator<ObjectNode> items, Supplier<ObjectNode> tail) {
        this(head, name, items, tail, UnaryOperator.identity(), UnaryOperator.identity(), ChunkCoding.IDENTITY, "");
    }

    @Override
    public OptionalInt length() {
        JsonListChunks chunks = new JsonListChunks(this);
        int first = chunks.next().length;
        return chunks.isOver() ? OptionalInt.of(first) : OptionalInt.empty();
    }

    @Override
    public JsonList compressed() {
        return new JsonList(head, name, items, tail, redaction, layout, new GzipChunks(), holder);
    }

    JsonList withRedaction(UnaryOperator<byte[]> newRedaction) {
        return new JsonList(head, name, items, tail, newRedaction, layout, coding, holder);
    }

    JsonList withLayout(UnaryOperator<byte[]> newLayout) {
        return new JsonList(head, name, items, tail, redaction, newLayout, coding, holder);
    }

    JsonList withHolder(Object newHolder) {
        return new JsonList(head, name, items, tail, redaction, layout, coding, newHolder);
    }
}
