package dev.darkroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.task.PublicId;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskIdsTest {

    @Property
    void parsesEveryFormatItWrites(@ForAll long high, @ForAll long low, @ForAll int mark) {
        UUID id = PublicId.id(new UUID(high, low));
        UUID publicId = PublicId.of(id, mark);

        assertThat(TaskIds.parse(id.toString())).contains(id);
        assertThat(TaskIds.parseHex(TaskIds.hex(publicId))).contains(publicId);
        assertThat(TaskIds.parseBase32(TaskIds.base32(publicId))).contains(publicId);
        assertThat(TaskIds.read(id.toString())).contains(id);
        assertThat(TaskIds.read("task_some-" + TaskIds.hex(publicId))).contains(id);
        assertThat(TaskIds.read("req-" + TaskIds.base32(publicId))).contains(id);
        assertThat(TaskIds.readPublic("req-" + TaskIds.base32(publicId))).contains(publicId);
        assertThat(PublicId.mark(publicId)).isEqualTo(mark);
    }

    @Test
    void rejectsLongIds() {
        assertThat(TaskIds.read("a-".repeat(4000) + "0".repeat(32))).isEmpty();
        assertThat(TaskIds.read("\u03A3".repeat(100_000))).isEmpty();
    }

    @Test
    void writesBase32LikeUlids() {
        assertThat(TaskIds.base32(new UUID(-1, -1))).isEqualTo("7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
        assertThat(TaskIds.base32(new UUID(0, 31))).isEqualTo("0000000000000000000000000Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "0123456789abcdef0123456789abcdeg",
                "8ZZZZZZZZZZZZZZZZZZZZZZZZZ",
                "0000000000000000000000000U",
                "task_"
            })
    void rejectsTextsThatAreNotIds(String text) {
        assertThat(TaskIds.read(text)).isEmpty();
        assertThat(TaskIds.readPublic(text)).isEmpty();
        assertThat(TaskIds.parse(text)).isEmpty();
        assertThat(TaskIds.parseHex(text)).isEmpty();
        assertThat(TaskIds.parseBase32(text)).isEmpty();
    }
}
