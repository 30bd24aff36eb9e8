package dev.darkroom.clienttests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.errors.BadRequestException;
import com.openai.errors.RateLimitException;
import com.openai.errors.UnauthorizedException;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.springframework.ai.image.ImagePrompt;
import org.springframework.ai.image.ImageResponse;
import org.springframework.ai.openai.OpenAiImageModel;
import org.springframework.ai.openai.OpenAiImageOptions;

/** Spring AI with OpenAI. Its exceptions are those of OpenAI's client. */
class SpringAiTest {

    private final Sandbox sandbox = Sandbox.openAi();

    private OpenAiImageModel model() {
        return model(sandbox.key());
    }

    private static OpenAiImageModel model(String key) {
        OpenAiImageOptions.Builder options = OpenAiImageOptions.builder();
        options.baseUrl(Sandbox.url("/openai/v1")).apiKey(key).model("gpt-image-2");
        return OpenAiImageModel.builder().options(options.build()).build();
    }

    private static ImagePrompt prompt(OpenAiImageOptions.Builder options) {
        options.model("gpt-image-2");
        return new ImagePrompt("A cup", options.build());
    }

    @Test
    void generatesImagesOfTheRequestedSize() {
        ImageResponse response =
                model().call(prompt(OpenAiImageOptions.builder().n(3).size("1536x1024")));

        assertThat(response.getResults()).hasSize(3);
        assertThat(response.getMetadata().getCreated()).isPositive();
        BufferedImage image = Images.decode(response.getResult().getOutput().getB64Json());
        assertThat(image.getWidth()).isEqualTo(1536);
    }

    @Test
    void anInvalidQualityIsABadRequestException() {
        ImagePrompt prompt = prompt(OpenAiImageOptions.builder().quality("ultra"));

        BadRequestException error = catchThrowableOfType(BadRequestException.class, () -> model().call(prompt));

        assertThat(error.code()).contains("invalid_value");
        assertThat(error.param()).contains("quality");
    }

    @Test
    void aWrongKeyIsAnUnauthorizedException() {
        UnauthorizedException error = catchThrowableOfType(
                UnauthorizedException.class, () -> model("no-key").call(new ImagePrompt("A cup")));

        assertThat(error.code()).contains("invalid_api_key");
    }

    @Test
    void theClientGivesUpAfterItsRetries() {
        sandbox.failNext(10, "insufficient_quota");

        RateLimitException error =
                catchThrowableOfType(RateLimitException.class, () -> model().call(new ImagePrompt("A cup")));

        assertThat(error.code()).contains("insufficient_quota");
    }
}
