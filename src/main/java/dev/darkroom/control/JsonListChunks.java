package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.http.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The JSON of a {@link JsonList}, in chunks that each end after an item. */
final class JsonListChunks {

    /** A chunk is complete when it has this many bytes; its last item may exceed them. */
    private static final int CHUNK_BYTES = 32 << 10;

    private final JsonList list;
    private boolean hasBegun;
    private boolean hasItems;
    private boolean isOver;

    JsonListChunks(JsonList list) {
        this.list = list;
    }

    /** Whether the last chunk has been returned. */
    boolean isOver() {
        return isOver;
    }

    byte[] next() {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream(CHUNK_BYTES / 8);
        if (!hasBegun) {
            hasBegun = true;
            chunk.writeBytes(begin());
        }
        while (chunk.size() < CHUNK_BYTES && list.items().hasNext()) {
            if (hasItems) {
                chunk.write(',');
            }
            hasItems = true;
            chunk.writeBytes(write(list.items().next()));
        }
        if (!list.items().hasNext()) {
            isOver = true;
            chunk.writeBytes(end());
        }
        return list.coding().encode(list.layout().apply(chunk.toByteArray()), isOver);
    }

    /** The fields before the list, without the closing brace. */
    private byte[] begin() {
        String head = new String(write(list.head()), StandardCharsets.UTF_8);
        String separator = list.head().isEmpty() ? "" : ",";
        return (head.substring(0, head.length() - 1) + separator + "\"" + list.name() + "\":[")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The fields after the list, without the opening brace. */
    private byte[] end() {
        ObjectNode tail = list.tail().get();
        String fields = new String(write(tail), StandardCharsets.UTF_8).substring(1);
        return (tail.isEmpty() ? "]" + fields : "]," + fields).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] write(ObjectNode json) {
        return list.redaction().apply(Json.write(json));
    }
}
