package dev.darkroom.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class StartLogIT {

    @Test
    void namesTheAddressOfTheConsole() throws IOException {
        Process server = PackagedServer.startBound(List.of());
        try {
            String log = PackagedServer.logUntilUp(server);

            assertThat(log).contains("The console is at " + PackagedServer.url(log) + "/_darkroom/console\n");
        } finally {
            server.getOutputStream().close();
        }
    }
}
