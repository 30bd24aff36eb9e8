package dev.darkroom.clienttests;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseOutputItem.ImageGenerationCall;
import com.openai.models.responses.ResponseStatus;
import com.openai.models.responses.ResponseStreamEvent;
import com.openai.models.responses.Tool;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenAiResponsesTest {

    private final Sandbox sandbox = Sandbox.openAi();
    private final OpenAIClient client = OpenAIOkHttpClient.builder()
            .baseUrl(Sandbox.url("/openai/v1"))
            .apiKey(sandbox.key())
            .build();

    private static ResponseCreateParams.Builder draw(String input) {
        return draw(input, 0);
    }

    private static ResponseCreateParams.Builder draw(String input, int partialImages) {
        Tool.ImageGeneration tool = Tool.ImageGeneration.builder()
                .model(Tool.ImageGeneration.Model.GPT_IMAGE_2)
                .size("1024x1024")
                .partialImages(partialImages)
                .build();
        return ResponseCreateParams.builder().model("gpt-5").input(input).addTool(tool);
    }

    private static ImageGenerationCall call(Response response) {
        return response.output().stream()
                .flatMap(item -> item.imageGenerationCall().stream())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theToolDrawsAnImage() {
        Response response = client.responses().create(draw("A cup").build()).validate();

        assertThat(response.status()).contains(ResponseStatus.COMPLETED);
        assertThat(call(response).status()).isEqualTo(ImageGenerationCall.Status.COMPLETED);
        assertThat(Images.decode(call(response).result().orElseThrow()).getWidth())
                .isEqualTo(1024);
        assertThat(response.usage().orElseThrow().totalTokens()).isPositive();
    }

    @Test
    void aLaterResponseEditsTheImageOfTheOneBefore() {
        Response first = client.responses().create(draw("A cup").build());

        Response second = client.responses()
                .create(draw("Paint it red").previousResponseId(first.id()).build())
                .validate();

        assertThat(second.previousResponseId()).contains(first.id());
        assertThat(call(second).action()).contains(ImageGenerationCall.Action.EDIT);
    }

    @Test
    void aStreamHasPartialImagesAndTheWholeResponse() {
        sandbox.change("{\"progression\":\"timed\"}");
        try (StreamResponse<ResponseStreamEvent> response =
                client.responses().createStreaming(draw("A cup", 2).build())) {
            sandbox.advance("1h");

            List<ResponseStreamEvent> events =
                    response.stream().map(ResponseStreamEvent::validate).toList();

            assertThat(events.stream().flatMap(event -> event.imageGenerationCallPartialImage().stream()))
                    .extracting(partial -> partial.partialImageIndex())
                    .containsExactly(0L, 1L);
            assertThat(events.get(0).isCreated()).isTrue();
            Response completed = events.get(events.size() - 1).asCompleted().response();
            assertThat(call(completed).result()).isPresent();
        }
    }

    @Test
    void aResponseInTheBackgroundIsCompletedLater() {
        sandbox.change("{\"progression\":\"timed\"}");
        Response created = client.responses()
                .create(draw("A cup").background(true).build())
                .validate();
        assertThat(created.status()).contains(ResponseStatus.QUEUED);

        sandbox.advance("1h");

        Response completed = client.responses().retrieve(created.id()).validate();
        assertThat(completed.status()).contains(ResponseStatus.COMPLETED);
        assertThat(call(completed).result()).isPresent();
    }

    @Test
    void aResponseInTheBackgroundCanBeCanceled() {
        Response created = client.responses()
                .create(draw("[[progression: held]]").background(true).build());

        Response canceled = client.responses().cancel(created.id()).validate();

        assertThat(canceled.status()).contains(ResponseStatus.CANCELLED);
    }

    @Test
    void moderationFailsTheCallOfTheTool() {
        Response response = client.responses()
                .create(draw("[[moderation: sexual]]").build())
                .validate();

        assertThat(call(response).status()).isEqualTo(ImageGenerationCall.Status.FAILED);
        assertThat(call(response).error().orElseThrow().code()).contains("moderation_blocked");
    }
}
