package dev.darkroom.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.darkroom.wire.client.SandboxClient;
import dev.darkroom.wire.server.WireTest;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * The clients that openapi-generator makes of the vendors' documents create, poll and read errors. A default in a
 * document would make them send what the caller has not set.
 */
@WireTest
class GeneratedClientsIT {

    private final String id = "clients-" + UUID.randomUUID();

    @Test
    void aiVideoApi() throws Exception {
        SandboxClient sandbox = new SandboxClient("sk-" + id);
        sandbox.freeze();
        var client = new generated.aivideoapi.ApiClient().setRequestInterceptor(key(sandbox));
        client.updateBaseUri(sandbox.server.url() + "/aivideoapi");
        var tasks = new generated.aivideoapi.api.TasksApi(client);
        var nested = new generated.aivideoapi.model.NestedRequest()
                .model(generated.aivideoapi.model.NestedRequest.ModelEnum.GPT_IMAGE_2)
                .input(new generated.aivideoapi.model.Input().prompt("p"));
        var flat = new generated.aivideoapi.model.FlatRequest()
                .model(generated.aivideoapi.model.FlatRequest.ModelEnum.GPT_IMAGE_2)
                .prompt("[[fail]]");

        String created = tasks.create(new generated.aivideoapi.model.CreateRequest(nested))
                .getData()
                .getTaskId()
                .toString();
        String failing = tasks.create(new generated.aivideoapi.model.CreateRequest(flat))
                .getData()
                .getTaskId()
                .toString();

        assertThat(tasks.poll(created).getUnfinishedTask().getStatus().getValue())
                .isEqualTo("pending");
        sandbox.advance("1h");
        assertThat(tasks.poll(created).getCompletedTask().getOutput().getUrls()).hasSize(1);
        assertThat(tasks.poll(failing).getFailedTask().getError().getCode()).isEqualTo("upstream_error");
        assertThat(new generated.aivideoapi.api.AccountApi(client)
                        .credits()
                        .getData()
                        .getBalance())
                .isEqualByComparingTo("9997.6");
        var refused = catchThrowableOfType(
                generated.aivideoapi.ApiException.class,
                () -> tasks.poll(UUID.randomUUID().toString()));
        assertThat(client.getObjectMapper()
                        .readValue(refused.getResponseBody(), generated.aivideoapi.model.Error.class)
                        .getError()
                        .getCode()
                        .getValue())
                .isEqualTo("task_not_found");
    }

    @Test
    void reApi() throws Exception {
        SandboxClient sandbox = new SandboxClient("rk_live_" + id);
        sandbox.freeze();
        var client = new generated.reapi.ApiClient().setRequestInterceptor(key(sandbox));
        client.updateBaseUri(sandbox.server.url() + "/reapi");
        var tasks = new generated.reapi.api.TasksApi(client);
        var basic = new generated.reapi.model.BasicRequest().prompt("p");
        var official = new generated.reapi.model.OfficialRequest()
                .model(generated.reapi.model.OfficialRequest.ModelEnum.GPT_IMAGE_2_OFFICIAL)
                .prompt("[[fail]]")
                .n(2);

        String created =
                tasks.submit(new generated.reapi.model.CreateRequest(basic)).getId();
        String failing =
                tasks.submit(new generated.reapi.model.CreateRequest(official)).getId();

        assertThat(tasks.poll(created).getProcessingTask().getOutput()).isNull();
        sandbox.advance("1h");
        assertThat(tasks.poll(created).getCompletedTask().getOutput().getImageUrls())
                .hasSize(1);
        assertThat(tasks.poll(failing).getFailedTask().getError().getMessage()).isNotEmpty();
        assertThat(new generated.reapi.api.AccountApi(client).balance().getBalance())
                .isPositive();
    }

    @Test
    void aiGenerate() throws Exception {
        SandboxClient sandbox = new SandboxClient("sk-aig-" + id);
        sandbox.freeze();
        var client = new generated.aigenerate.ApiClient().setRequestInterceptor(key(sandbox));
        client.updateBaseUri(sandbox.server.url() + "/aigenerate");
        var jobs = new generated.aigenerate.api.JobsApi(client);
        var oneFive = new generated.aigenerate.model.OneFiveTextToImage()
                .model(
                        generated.aigenerate.model.OneFiveTextToImage.ModelEnum
                                .OPENAI_GPT_IMAGE_1_5_TEXT_TO_IMAGE_MEDIUM)
                .input(new generated.aigenerate.model.OneFiveInput().prompt("p"));
        var two = new generated.aigenerate.model.TwoImageToImage()
                .model(generated.aigenerate.model.TwoImageToImage.ModelEnum.GPT_IMAGE_2_IMAGE_TO_IMAGE)
                .input(new generated.aigenerate.model.TwoImageInput()
                        .prompt("[[fail]]")
                        .inputUrls(List.of("https://example.com/cup.png")));

        String created = jobs.create(new generated.aigenerate.model.CreateRequest(oneFive))
                .getCreated()
                .getData()
                .getTaskId();
        String failing = jobs.create(new generated.aigenerate.model.CreateRequest(two))
                .getCreated()
                .getData()
                .getTaskId();

        assertThat(jobs.poll(created)
                        .getRecord()
                        .getData()
                        .getUnfinishedTask()
                        .getState()
                        .getValue())
                .isEqualTo("waiting");
        sandbox.advance("1h");
        assertThat(jobs.poll(created).getRecord().getData().getSucceededTask().getResultJson())
                .contains("resultUrls");
        assertThat(jobs.poll(failing).getRecord().getData().getFailedTask().getFailCode())
                .isEqualTo("501");
        assertThat(new generated.aigenerate.api.AccountApi(client)
                        .credits()
                        .getBalance()
                        .getData())
                .isPositive();
    }

    @Test
    void getimg() throws Exception {
        SandboxClient sandbox = new SandboxClient("sk_" + id);
        sandbox.changeSandbox("{\"progression\":\"instant\"}");
        var client = new generated.getimg.ApiClient().setRequestInterceptor(key(sandbox));
        client.updateBaseUri(sandbox.server.url() + "/getimg");
        var images = new generated.getimg.api.ImagesApi(client);
        var request = new generated.getimg.model.CreateRequest()
                .model(generated.getimg.model.CreateRequest.ModelEnum.GPT_IMAGE_2)
                .prompt("p");

        assertThat(images.generate(request).getData()).hasSize(1);
        var refused = catchThrowableOfType(
                generated.getimg.ApiException.class,
                () -> images.generate(request.prompt("[[fail: content_policy_violation]]")));
        assertThat(client.getObjectMapper()
                        .readValue(refused.getResponseBody(), generated.getimg.model.Error.class)
                        .getError()
                        .getCode()
                        .getValue())
                .isEqualTo("content_policy_violation");
        assertThat(new generated.getimg.api.ModelsApi(client)
                        .model("gpt-image-2")
                        .getPricing()
                        .getRates())
                .isNotEmpty();
        assertThat(new generated.getimg.api.BillingApi(client).balance().getBalance())
                .isNotEmpty();
    }

    @Test
    void openAi() throws Exception {
        SandboxClient sandbox = new SandboxClient("sk-" + id);
        sandbox.changeSandbox("{\"progression\":\"instant\"}");
        var client = new generated.openai.ApiClient().setRequestInterceptor(key(sandbox));
        client.updateBaseUri(sandbox.server.url() + "/openai");
        var images = new generated.openai.api.ImagesApi(client);
        var request = new generated.openai.model.CreateRequest()
                .model(generated.openai.model.CreateRequest.ModelEnum.GPT_IMAGE_2)
                .prompt("p")
                .n(2);

        assertThat(images.generate(request).getData()).hasSize(2).allSatisfy(image -> assertThat(image.getB64Json())
                .isNotEmpty());
        var refused = catchThrowableOfType(generated.openai.ApiException.class, () -> images.generate(request.n(11)));
        assertThat(client.getObjectMapper()
                        .readValue(refused.getResponseBody(), generated.openai.model.Error.class)
                        .getError()
                        .getParam())
                .isEqualTo("n");
        assertThat(new generated.openai.api.ModelsApi(client).models().getData())
                .isNotEmpty();
    }

    @Test
    void azure() throws Exception {
        SandboxClient sandbox = new SandboxClient(id);
        sandbox.changeSandbox("{\"progression\":\"instant\"}");
        var client = new generated.azure.ApiClient()
                .setRequestInterceptor(request -> request.header("api-key", sandbox.key));
        client.updateBaseUri(sandbox.server.url() + "/azure");
        var images = new generated.azure.api.ImagesApi(client);
        var request = new generated.azure.model.ImageParameters().prompt("p");

        assertThat(images.generateWithDeployment("mine", "2024-10-21", request).getData())
                .hasSize(1);
        var refused = catchThrowableOfType(
                generated.azure.ApiException.class, () -> images.generateWithDeployment("mine", "yesterday", request));
        assertThat(refused.getCode()).isEqualTo(404);
    }

    /** What the caller does not set is not sent, or sent as null, which counts as missing. */
    @Test
    void requestsHaveNoValuesThatTheCallerDidNotSet() throws JsonProcessingException {
        String body = generated.reapi.ApiClient.createDefaultObjectMapper()
                .writeValueAsString(new generated.reapi.model.BasicRequest().prompt("p"));

        assertThat(body.replaceAll("\"\\w+\":null,?|,\"\\w+\":null", "")).isEqualTo("{\"prompt\":\"p\"}");
    }

    private static Consumer<HttpRequest.Builder> key(SandboxClient sandbox) {
        return request -> request.header("Authorization", "Bearer " + sandbox.key);
    }
}
