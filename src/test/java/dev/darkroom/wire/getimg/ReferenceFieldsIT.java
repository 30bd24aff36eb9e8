package dev.darkroom.wire.getimg;

import static dev.darkroom.wire.getimg.ErrorAssertions.assertRefused;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference images of a request. */
@WireTest
class ReferenceFieldsIT {

    private final GetImgClient client = new GetImgClient();

    @BeforeEach
    void finishTasksInstantly() {
        client.freezeAndFinishTasksInstantly();
    }

    @Test
    @Documented(
            value = "seeds/004: FAQ, up to 10 reference images",
            rule = "accepts up to ten reference images",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            of = "CreateRequest.images",
            witness = "getimg-python 0.4.0")
    @Documented(
            value = "no page shows this error",
            rule = "an eleventh reference is an invalid_parameter error",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            witness = "getimg-python 0.4.0")
    @Documented(
            value = "no page mentions an empty array",
            rule = "accepts an empty array of references",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            witness = "getimg-python 0.4.0")
    void limitsReferencesToTen() {
        client.generateWith("\"images\":" + references(10)).then().statusCode(200);
        assertRefused(
                client.generateWith("\"images\":" + references(11)),
                400,
                "invalid_parameter",
                "images",
                "Invalid value for 'images'. It has 11 entries; at most 10 are allowed.");
        client.generateWith("\"images\":[]").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://e.com/a.png", "http://e.com/a.png"})
    @Documented(
            value = "SDK getimg-python: a publicly accessible HTTPS image URL",
            rule = "a reference can be an https URL",
            negativeTest = "FieldsIT.namesInvalidField",
            dialect = "getimg",
            of = "Reference.url",
            witness = "getimg-python 0.4.0")
    @Documented(
            value = "providers/getimg.md §3: http and https",
            rule = "a reference can be an http URL, too",
            negativeTest = "FieldsIT.namesInvalidField",
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "Reference.url",
            witness = "getimg-python 0.4.0")
    void acceptsPublicUrl(String url) {
        client.generateWith("\"images\":[{\"url\":\"" + url + "\"}]").then().statusCode(200);
    }

    @Test
    @Documented(
            value = "providers/getimg.md §3: the role is reference_image",
            rule = "accepts the role reference_image",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            of = "Reference.role",
            witness = "getimg-python 0.4.0")
    @Documented(
            value = "SDK getimg-python: an image has only a URL",
            rule = "a reference needs no role",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            of = "Reference.role",
            witness = "getimg-python 0.4.0")
    @Documented(
            value = "providers/getimg.md §3 lists no other role",
            rule = "rejects another role, and accepts null",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "Reference.role",
            witness = "getimg-python 0.4.0")
    void acceptsOnlyReferenceImageRole() {
        for (String role : new String[] {"", ",\"role\":null", ",\"role\":\"reference_image\""}) {
            client.generateWith("\"images\":[{\"url\":\"https://e.com/a.png\"" + role + "}]")
                    .then()
                    .statusCode(200);
        }
        assertRefused(
                client.generateWith("\"images\":[{\"url\":\"https://e.com/a.png\",\"role\":\"mask\"}]"),
                400,
                "invalid_parameter",
                "images[0].role",
                "Unsupported role 'mask' for model 'gpt-image-2'.");
    }

    private static String references(int count) {
        return "[" + String.join(",", Collections.nCopies(count, "{\"url\":\"https://e.com/a.png\"}")) + "]";
    }
}
