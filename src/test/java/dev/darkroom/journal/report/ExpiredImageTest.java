package dev.darkroom.journal.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExpiredImageTest {

    private static final String PICTURE = "/images/2026/11/20/0123456789abcdef-9f2c1e.png";

    private final ClientHistoryBuilder tape = new ClientHistoryBuilder();

    @Test
    void whoComesTooLateIsTold() {
        tape.fetch(PICTURE).wait("1s").fetch(PICTURE + "?again").fetch("/images/2026/11/20/other.png");

        assertThat(tape.report().of(FindingType.EXPIRED_PICTURE))
                .extracting(Finding::message)
                .containsExactly(
                        "GET " + PICTURE + " was sent 2 times after the picture had expired.",
                        "GET /images/2026/11/20/other.png was sent once after the picture had expired.");
    }

    @Test
    void ofAPictureThatAFaultTookAwayNobodyCouldKnow() {
        tape.fetch(PICTURE).fault("expired");

        assertThat(tape.report().isClean()).isTrue();
    }
}
