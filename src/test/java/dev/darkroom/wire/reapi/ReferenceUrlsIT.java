package dev.darkroom.wire.reapi;

import static dev.darkroom.wire.reapi.ErrorAssertions.assertRefused;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many references a request may have, and at which addresses. */
@WireTest
class ReferenceUrlsIT {

    private final ReApiClient client = new ReApiClient();

    @Test
    @Documented(
            value = "seeds/002: Up to 16; Compose scenes from reference images",
            dialect = "reapi",
            of = "Generation.image_urls",
            negativeTest = Documented.SAME,
            witness = "openai-python 3.22.1")
    void limitsReferencesTo16() {
        client.basic(references(16)).then().statusCode(200);
        assertRefused(
                client.basic(references(17)),
                400,
                20003,
                "Invalid parameter: image_urls. It has 17 entries; at most 16 are allowed.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:image/png;base64,AAAA",
                "iVBORw0KGgo=",
                "ftp://example.com/a.png",
                "example.com/a.png",
                "https://",
                "",
                "http://localhost/a.png",
                "http://LOCALHOST:8080/a.png",
                "http://me@127.0.0.1/a.png",
                "http://10.1.2.3",
                "http://172.16.0.1?x",
                "http://192.168.1.1:80/",
                "http://169.254.169.254/latest",
                "http://[::1]:9/",
                "http://[fd00::1]/",
                "http://nas.local/a.png",
                "http://minio.internal./a.png"
            })
    @Documented(
            value = "providers/reapi.md §3: image_urls, public http(s) only",
            dialect = "reapi",
            rule = "a reference is a public http or https URL",
            of = "Generation.image_urls",
            negativeTest = "acceptsPublicReferenceUrls",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "providers/reapi.md §3: known only from another project's catalog",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "data: and base64 are refused; the text has the words: must be a public http(s) URL",
            of = "Generation.image_urls",
            negativeTest = "acceptsPublicReferenceUrls")
    @Documented(
            value = "no page says which addresses are public",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "localhost, .local, .internal, and private, link-local and loopback addresses are not public",
            of = "Generation.image_urls",
            negativeTest = "acceptsPublicReferenceUrls",
            witness = "openai-python 3.22.1")
    void rejectsPrivateReferenceUrls(String url) {
        assertRefused(
                client.basic("\"image_urls\":[\"" + url + "\"]"),
                400,
                20003,
                "Invalid parameter: image_urls[0]. It must be a public http(s) URL."
                        + (url.startsWith("data:") ? " This API does not accept data: URIs." : ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/a.png",
                "HTTP://example.com:8080/a b.png?c=d|e",
                "https://localhost.example.com/",
                "https://me:pw@example.com/a.png",
                "http://172.32.0.1/",
                "http://[2001:db8::1]/a.png"
            })
    void acceptsPublicReferenceUrls(String url) {
        client.basic("\"image_urls\":[\"" + url + "\"]").then().statusCode(200);
    }

    private static String references(int count) {
        return "\"image_urls\":" + Collections.nCopies(count, "\"https://example.com/a.png\"");
    }
}
