package dev.darkroom.http.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GzipTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "gzip|true",
                "deflate, GZIP;q=0.5, br|true",
                "*|true",
                "none|false",
                "''|false",
                "br|false",
                "identity|false",
                "gzip;q=0|false",
                "gzip; q=0.000, *|false",
                "*;q=0|false"
            })
    void readsAcceptEncoding(String header, boolean isAccepted) {
        assertThat(Gzip.isAcceptedBy(header)).isEqualTo(isAccepted);
    }

    @Test
    void clientsDecodeEachChunkAtOnce() throws IOException {
        GzipChunks gzip = new GzipChunks();
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        sent.writeBytes(gzip.encode("first ".getBytes(), false));
        byte[] begun = new byte["first ".length()];
        new GZIPInputStream(new ByteArrayInputStream(sent.toByteArray())).read(begun);
        sent.writeBytes(gzip.encode("second".getBytes(), true));

        assertThat(new String(begun)).isEqualTo("first ");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(sent.toByteArray())).readAllBytes())
                .asString()
                .isEqualTo("first second");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zstd", "gzip, zstd", "gzip, gzip, gzip", "compress"})
    void doesNotReadOtherCodings(String header) {
        assertThat(ContentCoding.parse(List.of(header))).isEmpty();
    }

    @Test
    void decodesInReverseOrder() {
        assertThat(ContentCoding.parse(List.of("identity, br", "X-Gzip")))
                .contains(List.of(ContentCoding.GZIP, ContentCoding.BR));
    }
}
