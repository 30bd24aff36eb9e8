package dev.darkroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnsupportedAreaTest {

    private static final UnsupportedArea AREA = UnsupportedArea.of("things", "/v1/videos/", "/v1/tasks");

    @ParameterizedTest
    @ValueSource(strings = {"/v1/videos", "/v1/videos/", "/v1/videos/generations", "/v1/tasks", "/v1/tasks/"})
    void coversItsPaths(String path) {
        assertThat(AREA.covers(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/v1", "/v1/video", "/v1/videos2", "/v2/videos/x", "/v1/tasks/x", "/v1/tasksx"})
    void coversNoOtherPath(String path) {
        assertThat(AREA.covers(path)).isFalse();
    }
}
