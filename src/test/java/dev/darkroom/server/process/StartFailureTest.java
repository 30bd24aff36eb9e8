package dev.darkroom.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.BindException;
import org.junit.jupiter.api.Test;

class StartFailureTest {

    @Test
    void namesTheSettingOfAPortInUse() {
        QuarkusBindException failure = new QuarkusBindException("localhost", 8080, new BindException("in use"));

        assertThat(StartFailure.explanation(new RuntimeException("Failed to start quarkus", failure)))
                .hasValue("quarkus.http.port=8080: another process uses port 8080."
                        + " Stop it, or choose another port with --port or the environment variable QUARKUS_HTTP_PORT;"
                        + " 0 takes a free one.");
    }

    @Test
    void explainsInvalidSettingsInOneLine() {
        assertThat(StartFailure.explanation(new RuntimeException(new ConfigurationException("Invalid:\n\ta=1\n\tb=2"))))
                .hasValue("Invalid: a=1 b=2");
    }

    @Test
    void explainsNoBug() {
        assertThat(StartFailure.explanation(new IllegalStateException("a bug"))).isEmpty();
    }
}
