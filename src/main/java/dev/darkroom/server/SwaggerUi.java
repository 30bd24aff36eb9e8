package dev.darkroom.server;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.impl.MimeMapping;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Serves the files of Swagger UI. Quarkus's own handler first copies each file to a temporary folder, which a read-only
 * container does not have; it still redirects {@code /q/swagger-ui}, and responds when there is no such file.
 */
@Singleton
class SwaggerUi {

    private static final String PATH = "/q/swagger-ui/";

    /** Where Quarkus puts the files; OperationsIT notices if it puts them elsewhere. */
    private static final String FOLDER =
            "META-INF/io.smallrye_smallrye-open-api-ui__jar/META-INF/resources/openapi-ui/";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,40}(\\.[a-z0-9]{1,10}){1,2}");
    private static final String START_PAGE = "index.html";
    private static final String ONE_DAY = "public, max-age=86400";

    private final Vertx vertx;
    private final boolean isEnabled;

    SwaggerUi(
            Vertx vertx,
            @ConfigProperty(name = "quarkus.swagger-ui.enabled", defaultValue = "true") boolean isEnabled) {
        this.vertx = vertx;
        this.isEnabled = isEnabled;
    }

    void install(@Observes Router router) {
        if (isEnabled) {
            router.route(PATH + "*")
                    .method(HttpMethod.GET)
                    .method(HttpMethod.HEAD)
                    .order(-1)
                    .handler(this::send);
        }
    }

    /** Reads the file on a worker thread, because it is compressed in the jar and has up to two megabytes. */
    private void send(RoutingContext context) {
        String path = context.normalizedPath();
        String name = path.equals(PATH) ? START_PAGE : path.replaceFirst("^" + PATH, "");
        if (!NAME.matcher(name).matches()) {
            context.next();
            return;
        }
        vertx.executeBlocking(() -> read(name), false)
                .onFailure(context::fail)
                .onSuccess(file -> send(context, name, file));
    }

    private static void send(RoutingContext context, String name, byte[] file) {
        if (file.length == 0) {
            context.next();
            return;
        }
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, MimeMapping.getMimeTypeForFilename(name))
                .putHeader(HttpHeaders.CACHE_CONTROL, ONE_DAY)
                .end(Buffer.buffer(file));
    }

    /** Returns the content of a file; empty if there is no such file. */
    private static byte[] read(String name) throws IOException {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FOLDER + name)) {
            return file == null ? new byte[0] : file.readAllBytes();
        }
    }
}
