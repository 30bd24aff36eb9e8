package dev.darkroom.journal.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnknownFieldsTest {

    private final ClientHistoryBuilder client = new ClientHistoryBuilder();

    @Test
    void reportsTheSameUnknownFieldsOnce() {
        client.create("1", 200).unknownFields("`size` is not a field of input; did you mean `aspect_ratio`?");
        client.create("2", 200).unknownFields("`n` is not a field of input", "`seed` is not a field of input");
        client.create("3", 200).unknownFields("`size` is not a field of input; did you mean `aspect_ratio`?");

        assertThat(client.messages())
                .containsExactly(
                        "Fields that the API ignores were sent 2 times: `size` is not a field of input; did you mean"
                                + " `aspect_ratio`?",
                        "Fields that the API ignores were sent once: `n` is not a field of input, `seed` is not a field of"
                                + " input");
    }

    @Test
    void acceptsDocumentedFields() {
        client.create("1", 200).createdTask(ClientHistoryBuilder.TASK);

        assertThat(client.report().isClean()).isTrue();
    }
}
