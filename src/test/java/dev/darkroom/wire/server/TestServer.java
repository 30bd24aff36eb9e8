package dev.darkroom.wire.server;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;

/**
 * A server under test. The static methods mean the server of the test class that runs in this thread; a test that
 * starts threads of its own gives them a {@link dev.darkroom.wire.client.SandboxClient client}, which remembers its
 * server.
 *
 * @param url without a slash at the end
 * @param httpsUrl the same for HTTPS
 */
public record TestServer(String url, String httpsUrl) {

    private static final ThreadLocal<TestServer> CURRENT = new ThreadLocal<>();

    public TestServer {
        url = url.replaceAll("/$", "");
        httpsUrl = httpsUrl.replaceAll("/$", "");
    }

    static void use(TestServer server) {
        CURRENT.set(server);
    }

    /**
     * The server of this thread's {@link WireTest}, or else the one that Quarkus runs inside this JVM for its own
     * tests.
     */
    public static TestServer current() {
        TestServer server = CURRENT.get();
        if (server != null) {
            return server;
        }
        if (RestAssured.port == RestAssured.UNDEFINED_PORT) {
            throw new IllegalStateException("This thread runs no @WireTest");
        }
        return new TestServer("http://localhost:" + RestAssured.port, "");
    }

    /** The address of a path on the current server. */
    public static String url(String path) {
        return current().url + path;
    }

    /**
     * A request without a key to the current server. RestAssured's own settings, which all threads share, are not used.
     */
    public static RequestSpecification given() {
        return current().request();
    }

    public static int port() {
        return current().uri().getPort();
    }

    /** A connection for bytes that no HTTP library would send. */
    public Socket connect() throws IOException {
        return new Socket(uri().getHost(), uri().getPort());
    }

    public RequestSpecification request() {
        return RestAssured.given().baseUri(url);
    }

    private URI uri() {
        return URI.create(url);
    }
}
