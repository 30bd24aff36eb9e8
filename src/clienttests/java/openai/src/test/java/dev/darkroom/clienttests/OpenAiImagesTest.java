package dev.darkroom.clienttests;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.MultipartField;
import com.openai.core.http.StreamResponse;
import com.openai.models.images.Image;
import com.openai.models.images.ImageEditParams;
import com.openai.models.images.ImageGenCompletedEvent;
import com.openai.models.images.ImageGenStreamEvent;
import com.openai.models.images.ImageGenerateParams;
import com.openai.models.images.ImageGenerateParams.OutputFormat;
import com.openai.models.images.ImageGenerateParams.Quality;
import com.openai.models.images.ImageGenerateParams.Size;
import com.openai.models.images.ImageModel;
import com.openai.models.images.ImagesResponse;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenAiImagesTest {

    private final Sandbox sandbox = Sandbox.openAi();
    private final OpenAIClient client = OpenAIOkHttpClient.builder()
            .baseUrl(Sandbox.url("/openai/v1"))
            .apiKey(sandbox.key())
            .build();

    private static ImageGenerateParams.Builder cup() {
        return ImageGenerateParams.builder()
                .model(ImageModel.GPT_IMAGE_2)
                .prompt("A cup")
                .size(Size._1024X1024)
                .quality(Quality.LOW);
    }

    private static ImageEditParams.Builder redCup() {
        return ImageEditParams.builder().model(ImageModel.GPT_IMAGE_2).prompt("A red cup");
    }

    private static InputStream png() {
        return new ByteArrayInputStream(Images.transparentPng(1024));
    }

    @Test
    void generatesImagesWithTheirTokens() {
        ImagesResponse response = client.images()
                .generate(cup().n(3).outputFormat(OutputFormat.JPEG).build())
                .validate();

        assertThat(response.data().orElseThrow()).extracting(Image::b64Json).hasSize(3);
        assertThat(image(response).getWidth()).isEqualTo(1024);
        assertThat(response.outputFormat()).contains(ImagesResponse.OutputFormat.JPEG);
        assertThat(response.quality()).contains(ImagesResponse.Quality.LOW);
        assertThat(response.usage().orElseThrow().outputTokens()).isEqualTo(3 * 196);
    }

    @Test
    void editsOneImageWithoutAFilename() {
        ImagesResponse response = client.images()
                .edit(redCup().image(png())
                        .size(ImageEditParams.Size._1536X1024)
                        .build())
                .validate();

        assertThat(image(response).getWidth()).isEqualTo(1536);
    }

    @Test
    void editsTheMaskedPartOfSeveralImages() {
        ImagesResponse one = client.images().edit(redCup().image(png()).build()).validate();

        ImagesResponse several = client.images()
                .edit(redCup().imageOfInputStreams(List.of(png(), png()))
                        .mask(png())
                        .build())
                .validate();

        assertThat(inputTokens(several)).isEqualTo(2 * inputTokens(one));
    }

    @Test
    void editsAnImageWithItsType() {
        MultipartField<ImageEditParams.Image> image = MultipartField.<ImageEditParams.Image>builder()
                .value(ImageEditParams.Image.ofInputStream(png()))
                .contentType("image/png")
                .filename("cup.png")
                .build();

        ImagesResponse response =
                client.images().edit(redCup().image(image).build()).validate();

        assertThat(image(response)).isNotNull();
    }

    @Test
    void streamsPartialImagesBeforeTheImage() {
        sandbox.change("{\"progression\":\"timed\"}");
        try (StreamResponse<ImageGenStreamEvent> response =
                client.images().generateStreaming(cup().partialImages(2).build())) {
            sandbox.advance("1h");

            List<ImageGenStreamEvent> events =
                    response.stream().map(ImageGenStreamEvent::validate).toList();

            assertThat(events.subList(0, 2))
                    .extracting(event -> event.asGenerationPartialImage().partialImageIndex())
                    .containsExactly(0L, 1L);
            ImageGenCompletedEvent completed = events.get(2).asGenerationCompleted();
            assertThat(Images.decode(completed.b64Json()).getWidth()).isEqualTo(1024);
            assertThat(completed.usage().totalTokens()).isPositive();
        }
    }

    @Test
    void listsTheModels() {
        assertThat(client.models().list().autoPager())
                .extracting(model -> model.validate().id())
                .contains("gpt-image-2");
    }

    private static BufferedImage image(ImagesResponse response) {
        return Images.decode(response.data().orElseThrow().get(0).b64Json().orElseThrow());
    }

    private static long inputTokens(ImagesResponse response) {
        return response.usage().orElseThrow().inputTokensDetails().imageTokens();
    }
}
