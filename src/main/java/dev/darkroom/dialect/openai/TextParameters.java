package dev.darkroom.dialect.openai;

import java.util.List;
import java.util.Set;

/**
 * The parameters of a request for a response that concern its text (providers/openai.md §11.1). Darkroom generates no
 * text, so it checks only their types. The texts of the errors follow the measured ones of the Images API (inferred).
 */
record TextParameters(Parameters parameters) {

    private static final List<String> STRINGS = List.of(
            "user", "safety_identifier", "prompt_cache_key", "prompt_cache_retention", "service_tier", "truncation");

    private static final List<String> INTEGERS = List.of("max_output_tokens", "max_tool_calls", "top_logprobs");
    private static final List<String> NUMBERS = List.of("temperature", "top_p");
    private static final List<String> OBJECTS =
            List.of("metadata", "text", "reasoning", "stream_options", "background_options");

    /** The values of {@code completion_window} that only background responses without a stream can have. */
    private static final Set<String> LONG_WINDOWS = Set.of("2h", "8h");

    private static final List<String> WINDOWS = List.of("soonest", "2h", "8h");

    /** @throws dev.darkroom.api.error.ApiException for the first parameter with a wrong type */
    void check() {
        STRINGS.forEach(parameters::string);
        INTEGERS.forEach(name -> parameters.integer(name, 0, Integer.MAX_VALUE));
        NUMBERS.forEach(parameters::number);
        OBJECTS.forEach(parameters::section);
        parameters.bool("parallel_tool_calls", true);
        parameters.list("include", "an array of strings");
    }

    /** Long windows are documented in providers/openai.md §11.4. They change neither the time nor the price here. */
    void checkWindow(boolean isBackground, boolean isStreamed) {
        parameters.section("background_options").ifPresent(options -> options.choice(
                        "completion_window", WINDOWS, value -> value)
                .filter(LONG_WINDOWS::contains)
                .filter(window -> !isBackground || isStreamed)
                .ifPresent(window -> {
                    throw options.invalid(
                            "completion_window",
                            "The completion window '" + window + "' requires 'background' to be true and 'stream' to be"
                                    + " false.");
                }));
    }
}
