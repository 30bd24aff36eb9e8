package dev.darkroom.wire.control;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WholeServerTest;
import org.junit.jupiter.api.Test;

/** Without a key, the control API sets the defaults of new sandboxes. */
@WholeServerTest
class SandboxDefaultsIT {

    @Test
    void setsDefaultsForNewSandboxesWithoutKey() {
        try {
            given().body(ControlSandboxIT.FULL_STATE)
                    .put("/_darkroom/sandbox")
                    .then()
                    .statusCode(200);
            assertThat(new AiVideoApiClient().control("GET", "/sandbox", "").getString("key_status"))
                    .isEqualTo("disabled");
        } finally {
            given().delete("/_darkroom/sandbox").then().body("key_status", equalTo("active"));
        }
        new AiVideoApiClient().create().then().statusCode(200);
    }
}
