package dev.darkroom.clienttests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.azure.AzureUrlPathMode;
import com.openai.azure.credential.AzureApiKeyCredential;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.images.ImageEditParams;
import com.openai.models.images.ImageGenerateParams;
import com.openai.models.images.ImagesResponse;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;

/** OpenAI's client with the paths of Azure's deployments. */
class AzureTest {

    private final Sandbox sandbox = Sandbox.azure();

    private static OpenAIClient client(String key) {
        return OpenAIOkHttpClient.builder()
                .baseUrl(Sandbox.url("/azure"))
                .credential(AzureApiKeyCredential.create(key))
                .azureUrlPathMode(AzureUrlPathMode.LEGACY)
                .build();
    }

    private ImagesResponse generate(String deployment, String prompt) {
        return client(sandbox.key())
                .images()
                .generate(ImageGenerateParams.builder()
                        .model(deployment)
                        .prompt(prompt)
                        .build());
    }

    private <T extends OpenAIServiceException> T failure(Class<T> type, String deployment, String prompt) {
        return catchThrowableOfType(type, () -> generate(deployment, prompt));
    }

    @Test
    void generatesAnImageOfADeployment() {
        ImagesResponse response = generate("drawings", "A cup").validate();

        assertThat(response.quality()).contains(ImagesResponse.Quality.HIGH);
        assertThat(response.data().orElseThrow()).hasSize(1);
        assertThat(sandbox.journal()).contains("/azure/openai/deployments/drawings/images/generations?api-version=");
    }

    @Test
    void editsAnImageOfADeployment() {
        ImagesResponse response = client(sandbox.key())
                .images()
                .edit(ImageEditParams.builder()
                        .model("drawings")
                        .prompt("A red cup")
                        .image(new ByteArrayInputStream(Images.transparentPng(1024)))
                        .build())
                .validate();

        assertThat(response.data().orElseThrow()).hasSize(1);
    }

    @Test
    void aDeploymentThatDoesNotExistIsANotFoundException() {
        sandbox.change("{\"inactive_models\":[\"gpt-image-2\"]}");

        assertThat(failure(NotFoundException.class, "gpt-image-2", "A cup").code())
                .contains("DeploymentNotFound");
    }

    @Test
    void theContentFilterIsABadRequestException() {
        assertThat(failure(BadRequestException.class, "drawings", "[[moderation: violence]]")
                        .code())
                .contains("contentFilter");
    }

    @Test
    void aWrongKeyIsAnUnauthorizedException() {
        UnauthorizedException error = catchThrowableOfType(UnauthorizedException.class, () -> client("short")
                .images()
                .generate(ImageGenerateParams.builder()
                        .model("drawings")
                        .prompt("A cup")
                        .build()));

        assertThat(error.code()).contains("401");
    }
}
