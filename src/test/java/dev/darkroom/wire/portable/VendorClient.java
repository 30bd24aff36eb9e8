package dev.darkroom.wire.portable;

import static dev.darkroom.wire.server.TestServer.given;
import static org.hamcrest.Matchers.startsWith;

import dev.darkroom.wire.client.SandboxClient;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The operations that a program needs from any vendor, independent of the vendor's API. The methods with a default are
 * the differences that remain.
 */
interface VendorClient {

    /** The dialect's name. */
    String name();

    /** The vendor's host name. */
    String host();

    /** The same client, using another route. */
    VendorClient withRoute(Route route);

    /** The path of the create operation without the dialect's prefix. */
    String createPath();

    /** A create request, with {@code %s} for the prompt. */
    String bodyTemplate();

    /** The key, with control of its sandbox. */
    SandboxClient account();

    /** The price of an image for a request with only this prompt, in the vendor's currency. */
    BigDecimal price(String prompt);

    BigDecimal balance();

    /** Submits a request for an image. Returns when it has been accepted or rejected. */
    Submission submit(String prompt);

    /** Whether responses have URLs of images. Otherwise, they have the images themselves. */
    default boolean sendsUrls() {
        return true;
    }

    /** The host of image URLs for clients that use the vendor's own host. */
    default String imageHost() {
        return host();
    }

    /** The status of a rejection because of a low balance. */
    default int shortOfCreditsStatus() {
        return 402;
    }

    /** The largest body of a request, in bytes. */
    default int bodyLimit() {
        return 1 << 20;
    }

    /** The vendor's own text for an unknown path; empty if Darkroom's text takes its place. */
    default Optional<String> unknownPathText() {
        return Optional.empty();
    }

    /** The text of an error; empty if the response has no body. */
    static String errorText(Response refused) {
        return errorField(refused, "error.message", "msg");
    }

    /** The code of an error. */
    static String errorCode(Response refused) {
        return errorField(refused, "error.code", "code");
    }

    private static String errorField(Response refused, String path, String otherPath) {
        if (refused.asByteArray().length == 0) {
            return "";
        }
        JsonPath error = refused.jsonPath();
        String value = error.getString(path);
        return value == null ? error.getString(otherPath) : value;
    }

    /** A submitted request. Call the methods for its image only after the task has had time to end. */
    interface Submission {

        /** The error response; empty if the request was accepted. */
        Optional<Rejection> rejection();

        /** The image's URL; empty if the task failed, or if the vendor sends the image itself. */
        Optional<String> imageUrl();

        /** The image's file; empty if the task failed. */
        default Optional<byte[]> image() {
            return imageUrl().map(url -> given().urlEncodingEnabled(false)
                    .get(url)
                    .then()
                    .statusCode(200)
                    .contentType(startsWith("image/"))
                    .extract()
                    .asByteArray());
        }
    }

    /** @param retryAfter the {@code Retry-After} header in seconds, if the vendor sends it */
    record Rejection(int status, Optional<String> retryAfter) {}
}
