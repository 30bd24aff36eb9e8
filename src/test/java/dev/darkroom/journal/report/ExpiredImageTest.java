package dev.darkroom.journal.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExpiredImageTest {

    private static final String IMAGE = "/images/2026/11/20/0123456789abcdef-9f2c1e.png";

    private final ClientHistoryBuilder client = new ClientHistoryBuilder();

    @Test
    void reportsRequestsForExpiredImages() {
        client.fetchExpiredImage(IMAGE).wait("1s").fetchExpiredImage(IMAGE + "?again");
        client.fetchExpiredImage("/images/2026/11/20/other.png");

        assertThat(client.report().of(FindingType.EXPIRED_PICTURE))
                .extracting(Finding::message)
                .containsExactly(
                        "GET " + IMAGE + " was sent 2 times after the image had expired.",
                        "GET /images/2026/11/20/other.png was sent once after the image had expired.");
    }

    @Test
    void ignoresImagesRemovedByAFault() {
        client.fetchExpiredImage(IMAGE).fault("expired");

        assertThat(client.report().isClean()).isTrue();
    }
}
