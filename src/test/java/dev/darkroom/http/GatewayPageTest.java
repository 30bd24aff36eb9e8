package dev.darkroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayPageTest {

    @ParameterizedTest
    @CsvSource({"502, Bad Gateway", "503, Service Unavailable", "504, Gateway Timeout"})
    void registeredStatusHasPageLikeThatOfNginx(int status, String reason) {
        String title = status + " " + reason;

        assertThat(text(status))
                .isEqualTo("<html>\r\n<head><title>" + title + "</title></head>\r\n<body>\r\n<center><h1>" + title
                        + "</h1></center>\r\n</body>\r\n</html>\r\n");
        assertThat(new GatewayPage(status).mediaType()).isEqualTo("text/html");
    }

    @ParameterizedTest
    @CsvSource({
        "520, The origin sent an unknown error",
        "521, The origin is down",
        "522, The connection timed out",
        "523, The origin is unreachable",
        "524, A timeout occurred",
        "525, The TLS handshake failed",
        "526, The TLS certificate is invalid",
        "527, The connection to the origin failed"
    })
    void statusOfNetworkHasPageOfItsOwn(int status, String error) {
        assertThat(text(status))
                .startsWith("<!DOCTYPE html>\n")
                .contains("<title>" + status + ": " + error + "</title>", "<h1>Error " + status + "</h1>")
                .doesNotContain("Server Error");
        assertThat(new GatewayPage(status).mediaType()).isEqualTo("text/html; charset=UTF-8");
    }

    @Test
    void anyStatusHasPage() {
        for (int status = 500; status < 600; status++) {
            assertThat(text(status)).contains("<title>" + status, "</html>");
        }
    }

    private static String text(int status) {
        return new String(new GatewayPage(status).bytes(), StandardCharsets.US_ASCII);
    }
}
