package dev.darkroom.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.http.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonListChunksTest {

    private final AtomicInteger computed = new AtomicInteger();

    /** The whole JSON of a list. */
    static byte[] write(JsonList list) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        JsonListChunks chunks = new JsonListChunks(list);
        while (!chunks.isOver()) {
            json.writeBytes(chunks.next());
        }
        return json.toByteArray();
    }

    @Test
    void shortListIsOneChunk() {
        JsonListChunks chunks = new JsonListChunks(
                list(2, 1, Json.object().put("a", 1), Json.object().put("z", 2)));

        assertThat(text(chunks.next())).isEqualTo("{\"a\":1,\"items\":[{\"i\":\"0\"},{\"i\":\"1\"}],\"z\":2}");
        assertThat(chunks.isOver()).isTrue();
    }

    @Test
    void fieldsBesideListAndItemsAreOptional() {
        assertThat(text(write(list(0, 1, Json.object(), Json.object())))).isEqualTo("{\"items\":[]}");
        assertThat(text(write(list(0, 1, Json.object().put("a", 1), Json.object()))))
                .isEqualTo("{\"a\":1,\"items\":[]}");
        assertThat(text(write(list(1, 1, Json.object(), Json.object().put("z", 2)))))
                .isEqualTo("{\"items\":[{\"i\":\"0\"}],\"z\":2}");
    }

    @Test
    void computesItemsOnlyForRequestedChunks() throws Exception {
        JsonListChunks chunks = new JsonListChunks(list(1000, 1000, Json.object(), Json.object()));
        chunks.next();
        assertThat(chunks.isOver()).isFalse();
        assertThat(computed).hasValueLessThan(100);

        computed.set(0);
        ObjectNode whole = Json.readObject(write(list(1000, 1000, Json.object(), Json.object())));
        assertThat(whole.get("items")).hasSize(1000);
    }

    @Test
    void fieldsBeforeListMayFillChunk() throws Exception {
        ObjectNode head = Json.object().put("a", "x".repeat(100_000));
        ObjectNode whole = Json.readObject(write(list(2, 1, head, Json.object())));
        assertThat(whole.get("items")).hasSize(2);
    }

    @Test
    void redactsEachPart() {
        JsonList list = list(1, 1, Json.object().put("a", 1), Json.object().put("z", 2))
                .withRedaction(json -> text(json).replace("0", "x").getBytes(StandardCharsets.UTF_8));
        assertThat(text(write(list))).isEqualTo("{\"a\":1,\"items\":[{\"i\":\"x\"}],\"z\":2}");
    }

    private JsonList list(int count, int itemLength, ObjectNode head, ObjectNode tail) {
        return new JsonList(
                head,
                "items",
                IntStream.range(0, count).mapToObj(i -> item(i, itemLength)).iterator(),
                () -> tail);
    }

    private ObjectNode item(int i, int length) {
        computed.incrementAndGet();
        return Json.object().put("i", Integer.toString(i).repeat(length));
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
