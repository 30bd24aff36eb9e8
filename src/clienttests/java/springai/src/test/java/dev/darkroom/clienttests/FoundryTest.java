package dev.darkroom.clienttests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import org.junit.jupiter.api.Test;
import org.springframework.ai.image.ImagePrompt;
import org.springframework.ai.image.ImageResponse;
import org.springframework.ai.openai.OpenAiImageModel;
import org.springframework.ai.openai.OpenAiImageOptions;

/** Spring AI with Microsoft Foundry. */
class FoundryTest {

    private final Sandbox sandbox = Sandbox.azure();

    private OpenAiImageModel model(String deployment) {
        OpenAiImageOptions.Builder options = OpenAiImageOptions.builder().size("1024x1024");
        options.baseUrl(Sandbox.url("/azure"))
                .apiKey(sandbox.key())
                .microsoftFoundry(true)
                .deploymentName(deployment);
        return OpenAiImageModel.builder().options(options.build()).build();
    }

    @Test
    void generatesAnImageOfADeployment() {
        ImageResponse response = model("drawings").call(new ImagePrompt("A cup"));

        assertThat(Images.decode(response.getResult().getOutput().getB64Json()).getWidth())
                .isEqualTo(1024);
        assertThat(sandbox.journal()).contains("/azure/openai/deployments/drawings/images/generations?api-version=");
    }

    @Test
    void aDeploymentThatDoesNotExistIsANotFoundException() {
        sandbox.change("{\"inactive_models\":[\"gpt-image-2\"]}");

        NotFoundException error = catchThrowableOfType(
                NotFoundException.class, () -> model("gpt-image-2").call(new ImagePrompt("A cup")));

        assertThat(error.code()).contains("DeploymentNotFound");
    }

    @Test
    void theContentFilterIsABadRequestException() {
        ImagePrompt prompt = new ImagePrompt("[[moderation: violence]]");

        BadRequestException error = catchThrowableOfType(
                BadRequestException.class, () -> model("drawings").call(prompt));

        assertThat(error.code()).contains("contentFilter");
    }
}
