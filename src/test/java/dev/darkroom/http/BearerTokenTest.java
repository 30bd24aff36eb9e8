package dev.darkroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.access.ApiKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokenTest {

    @ParameterizedTest
    @ValueSource(strings = {"Bearer sk-a", "bearer sk-a", "BEARER   sk-a", " Bearer sk-a "})
    void readsKey(String header) {
        assertThat(BearerToken.read(List.of(header))).isEqualTo(new BearerToken.Key(new ApiKey("sk-a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk-a", "Basic sk-a", "Bearer", "Bearer ", "Bearer sk-a sk-b", "Bearersk-a"})
    void rejectsOtherHeaders(String header) {
        assertThat(BearerToken.read(List.of(header))).isInstanceOf(BearerToken.Unreadable.class);
    }

    @Test
    void distinguishesMissingHeaderFromSeveral() {
        assertThat(BearerToken.read(null)).isInstanceOf(BearerToken.Missing.class);
        assertThat(BearerToken.read(List.of(""))).isInstanceOf(BearerToken.Missing.class);
        assertThat(BearerToken.read(List.of("Bearer a", "Bearer a"))).isInstanceOf(BearerToken.Unreadable.class);
    }
}
