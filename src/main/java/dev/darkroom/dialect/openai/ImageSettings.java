package dev.darkroom.dialect.openai;

/** What the readers of requests need to know besides the request: the API, and the settings of both dialects. */
record ImageSettings(ApiProfile api, OpenAiConfig config) {

    OpenAiErrors errors() {
        return api.errors();
    }

    boolean allowsTransparency() {
        return config.transparentBackground();
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
