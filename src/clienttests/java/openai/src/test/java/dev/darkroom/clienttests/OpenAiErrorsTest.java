package dev.darkroom.clienttests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.errors.BadRequestException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.PermissionDeniedException;
import com.openai.errors.RateLimitException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.images.ImageGenerateParams;
import com.openai.models.images.ImageModel;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpenAiErrorsTest {

    private static final Pattern RETRY_COUNT = Pattern.compile("(?i)\"x-stainless-retry-count\":\"(\\d)\"");

    private final Sandbox sandbox = Sandbox.openAi();

    private static OpenAIClient client(String key) {
        return OpenAIOkHttpClient.builder()
                .baseUrl(Sandbox.url("/openai/v1"))
                .apiKey(key)
                .build();
    }

    private static ImageGenerateParams.Builder prompt(String prompt) {
        return ImageGenerateParams.builder().model(ImageModel.GPT_IMAGE_2).prompt(prompt);
    }

    private <T extends OpenAIServiceException> T failure(Class<T> type, ImageGenerateParams.Builder request) {
        return catchThrowableOfType(type, () -> client(sandbox.key()).images().generate(request.build()));
    }

    @Test
    void aWrongKeyIsAnUnauthorizedException() {
        UnauthorizedException error = catchThrowableOfType(
                UnauthorizedException.class,
                () -> client("no-key").images().generate(prompt("A cup").build()));

        assertThat(error.code()).contains("invalid_api_key");
        assertThat(error.type()).contains("invalid_request_error");
    }

    @Test
    void anInvalidFieldIsABadRequestExceptionThatNamesIt() {
        BadRequestException error =
                failure(BadRequestException.class, prompt("A cup").n(11));

        assertThat(error.code()).contains("integer_above_max_value");
        assertThat(error.param()).contains("n");
        assertThat(error.type()).contains("invalid_request_error");
        assertThat(error.headers().values("x-request-id")).hasSize(1);
    }

    @Test
    void moderationIsABadRequestException() {
        BadRequestException error = failure(BadRequestException.class, prompt("[[moderation: sexual]]"));

        assertThat(error.code()).contains("moderation_blocked");
        assertThat(error.type()).contains("image_generation_user_error");
        assertThat(error.param()).isEmpty();
    }

    @Test
    void anUnverifiedOrganizationIsAPermissionDeniedException() {
        PermissionDeniedException error =
                failure(PermissionDeniedException.class, prompt("[[reject: organization_not_verified]]"));

        assertThat(error.code()).isEmpty();
    }

    @Test
    void theClientRepeatsARequestUntilItsRateLimitIsOver() {
        sandbox.failNext(2, "rate_limit_exceeded");

        client(sandbox.key()).images().generate(prompt("A cup").build()).validate();

        assertThat(retryCounts()).containsExactly("0", "1", "2");
    }

    @Test
    void theClientGivesUpAfterItsRetries() {
        sandbox.failNext(3, "insufficient_quota");

        RateLimitException error = failure(RateLimitException.class, prompt("A cup"));

        assertThat(error.code()).contains("insufficient_quota");
        assertThat(retryCounts()).containsExactly("0", "1", "2");
    }

    /** Which attempt each request was, as the client has told in a header. */
    private Stream<String> retryCounts() {
        return RETRY_COUNT.matcher(sandbox.journal()).results().map((MatchResult match) -> match.group(1));
    }
}
