package dev.darkroom.wire.reapi;

import static dev.darkroom.wire.reapi.ErrorAssertions.assertRefused;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import org.junit.jupiter.api.Test;

/** Only the official channel has masks, and only together with references. */
@WireTest
class MaskIT {

    private static final String REFERENCE = "\"image_urls\":[\"https://example.com/a.png\"]";
    private static final String MASK = "\"mask_url\":\"https://example.com/m.png\"";

    private final ReApiClient client = new ReApiClient();

    @Test
    @Documented(
            value = "seeds/002: Two variants, one endpoint: inpainting masks at the stable channel",
            dialect = "reapi",
            rule = "only the official channel has masks",
            of = "BasicRequest.mask_url",
            negativeTest = "rejectsMaskWithoutReference",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "providers/reapi.md §3: mask_url on the basic channel",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "the basic channel rejects a mask and does not ignore it",
            of = "BasicRequest.mask_url",
            negativeTest = "rejectsMaskWithoutReference",
            witness = "openai-python 3.22.1")
    void basicChannelRejectsMask() {
        assertRefused(
                client.basic(REFERENCE, MASK),
                400,
                20003,
                "Invalid parameter: mask_url. Only gpt-image-2-official accepts a mask.");
    }

    @Test
    @Documented(
            value = "seeds/002: Compose scenes from reference images: a mask URL for inpainting",
            dialect = "reapi",
            rule = "the official channel accepts the URL of a mask",
            of = "OfficialRequest.mask_url",
            negativeTest = "basicChannelRejectsMask",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "providers/reapi.md §3: mask_url",
            dialect = "reapi",
            rule = "a mask requires at least one reference",
            of = "OfficialRequest.mask_url",
            negativeTest = Documented.SAME,
            witness = "openai-python 3.22.1")
    @Documented(
            value = "providers/reapi.md §3: known only from another project's catalog",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "a mask is a public http or https URL and no data: URI; the error without a reference is: mask_url"
                    + " requires at least one entry in image_urls",
            of = "OfficialRequest.mask_url",
            negativeTest = Documented.SAME)
    void rejectsMaskWithoutReference() {
        client.official(REFERENCE, MASK).then().statusCode(200).header("Darkroom-Warning", (String) null);
        assertRefused(client.official(MASK), 400, 20003, "mask_url requires at least one entry in image_urls");
        assertRefused(
                client.official("\"image_urls\":[]", MASK),
                400,
                20003,
                "mask_url requires at least one entry in image_urls");
        assertRefused(
                client.official(REFERENCE, "\"mask_url\":\"data:image/png;base64,AAAA\""),
                400,
                20003,
                "Invalid parameter: mask_url. It must be a public http(s) URL. This API does not accept data: URIs.");
    }
}
