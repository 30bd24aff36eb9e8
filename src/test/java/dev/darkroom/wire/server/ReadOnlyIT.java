package dev.darkroom.wire.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.darkroom.packaged.PackagedServer;
import dev.darkroom.wire.client.AiVideoApiClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that cannot write any file, as in a container with a read-only file system. */
@Timeout(300)
class ReadOnlyIT {

    @TempDir
    private Path folder;

    private Process process;

    @AfterEach
    void stop() throws IOException {
        TestServer.use(null);
        process.getOutputStream().close();
    }

    @Test
    void servesEverythingWithoutWritingFiles() throws IOException {
        Path unwritable = Files.createFile(folder.resolve("file")).resolve("folder");
        process = PackagedServer.startBound(
                List.of("java.io.tmpdir=" + unwritable, "darkroom.tls.directory=" + unwritable));
        String log = PackagedServer.logUntilUp(process);
        TestServer.use(new TestServer(PackagedServer.url(log), PackagedServer.httpsUrl(log)));

        assertThat(log).contains("exists in memory only", "Set darkroom.tls.directory");
        for (String path : List.of("/q/swagger-ui/", "/q/swagger-ui/swagger-ui-bundle.js", "/_darkroom/ca.pem")) {
            TestServer.given().get(path).then().statusCode(200);
        }
        AiVideoApiClient client = new AiVideoApiClient();
        String task = client.createTask("\"prompt\":\"[[progression: instant]]\"");
        String url = client.request().get("/v1/tasks/" + task).path("output.urls[0]");
        TestServer.given().get(url).then().statusCode(200);
        UploadForm.edit(client.request(), 10).then().statusCode(200);
        UploadForm.edit(client.request(), 2_000_000)
                .then()
                .statusCode(413)
                .body("error.message", containsString("java.io.tmpdir"));
    }
}
