package dev.darkroom.wire.reapi;

import static dev.darkroom.wire.reapi.ErrorAssertions.assertRefused;
import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.image.Decoders;
import dev.darkroom.image.ImageFormat;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@WireTest
class ImageIT {

    private final ReApiClient client = new ReApiClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    @Documented(
            value = "seeds/002: Generate ad creatives: four hero variants from a single prompt with n=4",
            dialect = "reapi",
            rule = "the official channel makes n images from one prompt",
            of = {"OfficialRequest.n", "CompletedTask.output.image_urls"},
            negativeTest = "ChannelIT.basicChannelMakesOneImage",
            witness = "Pillow 12.3.0")
    @Documented(
            value = "seeds/002: Generate ad creatives: variants",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "the images of a task differ from each other",
            negativeTest = Documented.SAME,
            witness = "Pillow 12.3.0")
    @Documented(
            value = "providers/reapi.md §5: the samples",
            dialect = "reapi",
            rule = "an image URL ends with /media/tasks/, the task's id without task_, and 0.png, 1.png and so on",
            of = "CompletedTask.output.image_urls",
            negativeTest = Documented.SAME)
    @Documented(
            value = "providers/reapi.md §3: it always returns PNG, on the vendor's page about the channel",
            dialect = "reapi",
            rule = "an image is a PNG by default",
            negativeTest = "servesRequestedFormat",
            witness = "Pillow 12.3.0, file 5.44")
    void servesRequestedNumberOfDistinctImages() {
        Response submitted = client.official("\"n\":4");
        List<String> urls = urls(submitted);
        String folder = "/media/tasks/" + ReApiClient.id(submitted).substring(5) + "/";
        HashSet<Integer> hashes = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            assertThat(urls.get(i)).matches("http://[^/]+" + folder + i + "\\.png");
            BufferedImage image = image(urls.get(i), ImageFormat.PNG);
            hashes.add(Arrays.hashCode(image.getRGB(0, 0, 1024, 1024, null, 0, 1024)));
        }

        assertThat(urls).hasSize(4);
        assertThat(hashes).hasSize(4);
        assertThat(given().get(urls.get(0)).asByteArray())
                .isEqualTo(given().get(urls.get(0)).asByteArray());
        given().get(urls.get(3).replace("/3.png", "/4.png")).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"png,png,PNG", "jpeg,jpg,JPEG", "webp,webp,WEBP"})
    @Documented(
            value = "seeds/002: Two variants, one endpoint: output format and compression control",
            dialect = "reapi",
            rule = "the official channel makes images in the requested format",
            of = "OfficialRequest.output_format",
            negativeTest = Documented.SAME,
            witness = "Pillow 12.3.0")
    @Documented(
            value = "providers/reapi.md §3: the names are OpenAI's",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "output_format selects the format; the file names end with .png, .jpg or .webp",
            of = "OfficialRequest.output_format",
            negativeTest = "ChannelIT.namesInvalidFieldOfOfficialChannel")
    void servesRequestedFormat(String name, String extension, ImageFormat format) {
        String url = urls(client.official("\"output_format\":\"" + name + "\"")).get(0);

        assertThat(url).endsWith("/0." + extension);
        assertThat(image(url, format).getWidth()).isEqualTo(1024);
        given().get(url.replace("." + extension, ".gif")).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"transparent,true", "opaque,false", "auto,false"})
    @Documented(
            value = "seeds/002: Two variants, one endpoint: transparent backgrounds",
            dialect = "reapi",
            rule = "the official channel draws a transparent background on request only",
            of = "OfficialRequest.background",
            negativeTest = Documented.SAME,
            witness = "Pillow 12.3.0")
    @Documented(
            value = "providers/reapi.md §3: the default of background is auto",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "the background auto is opaque",
            of = "OfficialRequest.background",
            negativeTest = Documented.SAME,
            witness = "Pillow 12.3.0")
    void drawsTransparentBackground(String background, boolean isTransparent) {
        String url =
                urls(client.official("\"background\":\"" + background + "\"")).get(0);
        BufferedImage image = image(url, ImageFormat.PNG);

        boolean hasTransparentPixels = false;
        for (int x = 0; x < image.getWidth(); x += 8) {
            hasTransparentPixels |= image.getRGB(x, 8) >>> 24 < 255;
        }
        assertThat(hasTransparentPixels).isEqualTo(isTransparent);
    }

    @Test
    @Documented(
            value = "seeds/002: Two variants, one endpoint: output format and compression control",
            dialect = "reapi",
            rule = "the official channel compresses images as requested",
            of = "OfficialRequest.output_compression",
            negativeTest = "ChannelIT.namesInvalidFieldOfOfficialChannel",
            witness = "Pillow 12.3.0")
    @Documented(
            value = "providers/reapi.md §3: the name is OpenAI's",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "output_compression is the quality of a JPEG image: a higher one makes a larger file",
            of = "OfficialRequest.output_compression",
            negativeTest = "ChannelIT.warnsAboutFieldsWithoutEffect",
            witness = "Pillow 12.3.0")
    void compressionSetsJpegQuality() {
        int[] sizes = new int[3];
        int[] compressions = {0, 50, 100};
        for (int i = 0; i < 3; i++) {
            String url = urls(client.official(
                            "\"output_format\":\"jpeg\"", "\"output_compression\":" + compressions[i]))
                    .get(0);
            sizes[i] = given().get(url).then().statusCode(200).extract().asByteArray().length;
        }
        assertThat(sizes).isSorted().doesNotHaveDuplicates();
    }

    @Test
    @Documented(
            value = "seeds/002: Poll the result: stable for seven days",
            dialect = "reapi",
            rule = "an image URL works for seven days",
            of = "CompletedTask.output.image_urls",
            negativeTest = Documented.SAME)
    @Documented(
            value = "no page says how an expired URL fails",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "an expired image URL gets 404 and 40002",
            of = "40002",
            negativeTest = Documented.SAME)
    void servesImageForSevenDays() {
        String url = urls(client.basic()).get(0);
        client.advance("604799s");
        given().get(url).then().statusCode(200);

        client.advance("1s");
        assertRefused(given().get(url), 404, 40002, "The URL of this image has expired.");
    }

    @Test
    @Documented(
            value = "seeds/002: Poll the result: the response of a completed task holds the URLs",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            negativeTest = "servesImageForSevenDays")
    void servesNoImageOfUnfinishedOrFailedTask() {
        String unfinished = ReApiClient.id(client.basic());
        String failed = ReApiClient.id(client.basic());
        client.control("POST", "/tasks/" + failed + "/fail", "");

        for (String id : List.of(unfinished, failed)) {
            assertRefused(client.api().get("/media/tasks/" + id.substring(5) + "/0.png"), 404, 40002);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/media/tasks/x/0.png", "/media/tasks/00000000000000000000000000000000/0.png"})
    void reportsUnknownTaskAsNotFound(String path) {
        assertRefused(client.api().get(path), 404, 40002, "There is no such image.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.", ".png", "00.png", "-1.png", "a.png", "0.PNG", "99999999999.png"})
    void reportsUnknownFileNameAsNotFound(String file) {
        String url = urls(client.basic()).get(0);

        given().get(url.replace("0.png", file)).then().statusCode(404);
    }

    private List<String> urls(Response submitted) {
        return client.advanceToEnd(submitted).getList("output.image_urls");
    }

    private static BufferedImage image(String url, ImageFormat format) {
        Response file = given().get(url);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.contentType()).isEqualTo(format.mediaType());
        return Decoders.decode(format, file.asByteArray());
    }
}
