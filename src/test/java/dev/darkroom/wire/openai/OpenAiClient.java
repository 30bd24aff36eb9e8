package dev.darkroom.wire.openai;

import dev.darkroom.Background;
import dev.darkroom.wire.client.SandboxClient;
import io.restassured.response.Response;
import io.restassured.specification.MultiPartSpecification;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A client of OpenAI with its own key and therefore its own sandbox. */
public final class OpenAiClient extends SandboxClient {

    static final String GENERATIONS = "/openai/v1/images/generations";
    static final String EDITS = "/openai/v1/images/edits";
    static final String RESPONSES = "/openai/v1/responses";

    private static final long TIMEOUT_SECONDS = 30;

    public OpenAiClient() {
        this("sk-proj-" + UUID.randomUUID());
    }

    OpenAiClient(String key) {
        super(key);
    }

    /** Freezes the clock and sets the balance, because both are shared by the vendors with this key prefix. */
    OpenAiClient frozen() {
        freeze();
        changeSandbox("{\"credits\":100}");
        return this;
    }

    OpenAiClient instant() {
        frozen().changeSandbox("{\"progression\":\"instant\"}");
        return this;
    }

    Response post(String path, String body) {
        return request().contentType("application/json").body(body).post(path);
    }

    Response generate(String body) {
        return post(GENERATIONS, body);
    }

    Response generateFrom(String prompt) {
        return generate(body(prompt));
    }

    /** @param fields JSON fields to add to the model and the prompt */
    Response generateWith(String fields) {
        return generate(bodyWith(fields));
    }

    Response editWith(String fields) {
        return post(EDITS, bodyWith(fields));
    }

    /** Sends a form with the model, a prompt and these parts. */
    Response edit(MultiPartSpecification... parts) {
        RequestSpecification form =
                request().multiPart(Parts.text("model", "gpt-image-2")).multiPart(Parts.text("prompt", "p"));
        for (MultiPartSpecification part : parts) {
            form = form.multiPart(part);
        }
        return form.post(EDITS);
    }

    /** @param fields JSON fields to add to the model, the input and the tool */
    Response respondWith(String fields) {
        return post(RESPONSES, responseBody("p", "", fields));
    }

    Response respondTo(String input) {
        return post(RESPONSES, responseBody(input, "", ""));
    }

    Response response(String id) {
        return request().get(RESPONSES + "/" + id);
    }

    /**
     * @param tool JSON fields to add to the tool, or empty
     * @param fields JSON fields to add to the request, or empty
     */
    static String responseBody(String input, String tool, String fields) {
        return "{\"model\":\"gpt-5\",\"input\":\"" + input + "\",\"tools\":[{\"type\":\"image_generation\""
                + (tool.isEmpty() ? "" : "," + tool) + "}]" + (fields.isEmpty() ? "" : "," + fields) + "}";
    }

    static String body(String prompt) {
        return "{\"model\":\"gpt-image-2\",\"prompt\":\"" + prompt + "\"}";
    }

    static String bodyWith(String fields) {
        return "{\"model\":\"gpt-image-2\",\"prompt\":\"p\"," + fields + "}";
    }

    EventStream stream(String path, String body) throws IOException {
        return EventStream.post(server.url() + path, key, body);
    }

    EventStream streamWith(String fields) throws IOException {
        return stream(GENERATIONS, bodyWith("\"stream\":true" + (fields.isEmpty() ? "" : "," + fields)));
    }

    /** Sends the request without waiting for the response. */
    CompletableFuture<Response> generateAsync(String prompt) {
        return Background.supply(() -> generateFrom(prompt));
    }

    static <T> T await(CompletableFuture<T> response) {
        return response.orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Read from the text, because a number with floating point loses digits. */
    BigDecimal balance() {
        String sandbox = request().get("/_darkroom/sandbox").asString();
        return new BigDecimal(sandbox.replaceAll(".*\"credits\":([0-9.]+).*", "$1"));
    }

    List<String> taskStatuses() {
        return control("GET", "/tasks", "").getList("tasks.status");
    }

    static byte[] image(Response response, int index) {
        return Base64.getDecoder().decode(response.<String>path("data[" + index + "].b64_json"));
    }

    /** Replaces the fault rules with this one. */
    void setFaultRule(String when, String then) {
        control("POST", "/faults", "{\"rules\":[{\"name\":\"rule\",\"when\":{" + when + "},\"then\":{" + then + "}}]}");
    }
}
