package dev.darkroom.clienttests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.langchain4j.data.image.Image;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.model.openai.OpenAiImageModel;
import dev.langchain4j.model.openai.OpenAiImageModel.OpenAiImageModelBuilder;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class LangChain4jTest {

    private final Sandbox sandbox = Sandbox.openAi();

    private OpenAiImageModelBuilder model() {
        return OpenAiImageModel.builder()
                .baseUrl(Sandbox.url("/openai/v1"))
                .apiKey(sandbox.key())
                .modelName("gpt-image-2");
    }

    @Test
    void generatesAnImageOfTheRequestedSizeAndFormat() {
        OpenAiImageModel model =
                model().size("1536x1024").outputFormat("jpeg").quality("low").build();

        Image image = model.generate("A cup").content();

        assertThat(image.mimeType()).isEqualTo("image/jpeg");
        assertThat(Images.decode(image.base64Data()).getWidth()).isEqualTo(1536);
    }

    @Test
    void generatesThreeImages() {
        List<Image> images = model().build().generate("A cup", 3).content();

        assertThat(images).extracting(Image::base64Data).doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void editsTheMaskedPartOfAnImage() {
        Image png = Image.builder()
                .base64Data(Base64.getEncoder().encodeToString(Images.transparentPng(1024)))
                .mimeType("image/png")
                .build();

        Image edited =
                model().size("1024x1024").build().edit(png, png, "A red cup").content();

        assertThat(Images.decode(edited.base64Data()).getHeight()).isEqualTo(1024);
    }

    @Test
    void anErrorHasTheStatusAndTheBodyOfTheVendor() {
        OpenAiImageModel model = model().quality("ultra").maxRetries(0).build();

        HttpException error = catchThrowableOfType(HttpException.class, () -> model.generate("A cup"));

        assertThat(error.statusCode()).isEqualTo(400);
        assertThat(error.getMessage()).contains("\"param\":\"quality\"", "\"code\":\"invalid_value\"");
    }

    @Test
    void aWrongKeyHasStatus401() {
        OpenAiImageModel model = model().apiKey("no-key").maxRetries(0).build();

        HttpException error = catchThrowableOfType(HttpException.class, () -> model.generate("A cup"));

        assertThat(error.statusCode()).isEqualTo(401);
        assertThat(error.getMessage()).contains("\"code\":\"invalid_api_key\"");
    }
}
