package dev.darkroom.dialect.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicIdsTest {

    private static final UUID ID = UUID.fromString("0c0d9a52-7d2b-4c58-9a51-3f5b7d1e88aa");
    private static final String HEX = "0c0d9a527d2b4c589a513f5b7d1e88aa";

    @Test
    void parsesIds() {
        assertThat(PublicIds.parseResponse("resp_" + HEX)).contains(ID);
        assertThat(PublicIds.parseCall("ig_" + HEX)).contains(ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "resp_", "ig_", HEX, "img_" + HEX, "resp_x", "resp_" + HEX + "0", "RESP_" + HEX, "ig_ "})
    void rejectsMalformedId(String id) {
        assertThat(PublicIds.parseResponse(id)).isEmpty();
        assertThat(PublicIds.parseCall(id)).isEmpty();
    }

    @Test
    void idsOfOtherKindsAreNotParsed() {
        assertThat(PublicIds.parseResponse("ig_" + HEX)).isEmpty();
        assertThat(PublicIds.parseCall("resp_" + HEX)).isEmpty();
    }
}
