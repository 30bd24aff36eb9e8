package dev.darkroom.wire.portable;

import dev.darkroom.wire.client.SandboxClient;
import io.restassured.http.Header;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * OpenAI, or a vendor with OpenAI's API: it responds when the image is ready, charges by token, and has no operation for
 * the balance, which is that of the sandbox.
 *
 * @param imagePrice the price of the image without the prompt, in US dollars
 * @param ownUnknownPathText the text of the error for an unknown path
 * @param sendsUrls whether the vendor is a relay that sends the image's URL
 */
record OpenAiVendor(
        String name,
        String host,
        Route route,
        SandboxClient account,
        BigDecimal imagePrice,
        String createPath,
        String bodyTemplate,
        String ownUnknownPathText,
        boolean sendsUrls)
        implements VendorClient {

    private static final String GENERATIONS = "/v1/images/generations";
    private static final String BODY = "{\"model\":\"gpt-image-2\",\"prompt\":\"%s\"}";
    private static final BigDecimal TOKEN_PRICE = new BigDecimal("0.000005");
    private static final int CHARACTERS_PER_TOKEN = 4;
    private static final int PROMPT_OVERHEAD = 6;

    static OpenAiVendor openAi(String key) {
        return openAi(key, GENERATIONS, BODY, false);
    }

    /** A relay in front of OpenAI, which the setting {@code darkroom.openai.profile} turns on. */
    static OpenAiVendor relay(String key) {
        return openAi(key, GENERATIONS, BODY.replace("}", ",\"response_format\":\"url\"}"), true);
    }

    /** OpenAI with the Responses API, whose responses in the background are tasks to poll. */
    static OpenAiVendor responses(String key) {
        return openAi(
                key,
                "/v1/responses",
                "{\"model\":\"gpt-5\",\"input\":\"%s\",\"background\":true,\"tools\":[{\"type\":\"image_generation\"}]}",
                false);
    }

    private static OpenAiVendor openAi(String key, String createPath, String body, boolean sendsUrls) {
        return new OpenAiVendor(
                "openai",
                "api.openai.com",
                Route.byPrefix("openai"),
                new SandboxClient(key),
                new BigDecimal("0.00588"),
                createPath,
                body,
                "",
                sendsUrls);
    }

    static OpenAiVendor azure(String key) {
        return new OpenAiVendor(
                "azure",
                "my-resource.openai.azure.com",
                Route.byPrefix("azure"),
                new AzureAccount(key),
                new BigDecimal("0.21072"),
                "/openai" + GENERATIONS,
                BODY,
                "Resource not found",
                false);
    }

    @Override
    public OpenAiVendor withRoute(Route newRoute) {
        return new OpenAiVendor(
                name, host, newRoute, account, imagePrice, createPath, bodyTemplate, ownUnknownPathText, sendsUrls);
    }

    @Override
    public BigDecimal price(String prompt) {
        int tokens = (prompt.length() + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN + PROMPT_OVERHEAD;
        return imagePrice.add(TOKEN_PRICE.multiply(BigDecimal.valueOf(tokens)));
    }

    @Override
    public BigDecimal balance() {
        return account.request()
                .get("/_darkroom/sandbox")
                .jsonPath(JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.BIG_DECIMAL))
                .getObject("credits", BigDecimal.class);
    }

    @Override
    public Submission submit(String prompt) {
        return PendingSubmission.of(account, () -> route.request(account)
                .contentType("application/json")
                .body(bodyTemplate.formatted(prompt))
                .post(route.prefix() + createPath));
    }

    /** The quota is exceeded. */
    @Override
    public int shortOfCreditsStatus() {
        return 429;
    }

    /** A body may have images as data URLs. */
    @Override
    public int bodyLimit() {
        return 48 << 20;
    }

    @Override
    public Optional<String> unknownPathText() {
        return Optional.of(ownUnknownPathText);
    }

    /** A client that sends the key in Azure's header. */
    private static final class AzureAccount extends SandboxClient {

        AzureAccount(String key) {
            super(key);
        }

        @Override
        protected Header keyHeader(String value) {
            return new Header("api-key", value);
        }
    }
}
