package dev.darkroom.dialect.openai;

import dev.darkroom.chaos.fault.ProxyTimeout;
import java.util.Optional;

/** What the readers of requests need to know besides the request: the API, and the settings of both dialects. */
record ImageSettings(ApiProfile api, OpenAiConfig config) {

    private static final int GATEWAY_TIMEOUT = 504;

    OpenAiErrors errors() {
        return api.errors();
    }

    boolean allowsTransparency() {
        return config.transparentBackground();
    }

    /** The proxy in front of a relay, which gives up when an image takes too long. */
    Optional<ProxyTimeout> proxy() {
        return api.isLenient()
                ? Optional.of(new ProxyTimeout(GATEWAY_TIMEOUT, config.relayTimeout()))
                : Optional.empty();
    }

    /** The tokens of a request. A stream costs more if it has partial images. */
    Tokens tokens(Model model, String prompt, int references, ImageOptions options) {
        long partial = options.isStreamed() ? (long) options.partialImages() * config.partialImageTokens() : 0;
        long image = Tokens.ofImage(model.generation(), options.quality(), options.size());
        return new Tokens(
                Tokens.ofPrompt(prompt),
                (long) references * config.inputImageTokens(),
                options.count() * image + partial);
    }
}
