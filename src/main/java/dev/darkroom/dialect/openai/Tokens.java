package dev.darkroom.dialect.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.http.json.Json;
import dev.darkroom.image.PixelSize;

/**
 * The tokens of a request, which its price depends on (providers/openai.md §7).
 *
 * @param text the tokens of the prompt
 * @param imageIn the tokens of the images to edit
 * @param output the tokens of the generated images
 */
record Tokens(long text, long imageIn, long output) {

    private static final int CHARACTERS_PER_TOKEN = 4;
    private static final int PROMPT_OVERHEAD = 6;

    /** The estimate of the source: a token for each four characters, and six for the request. */
    static long ofPrompt(String prompt) {
        int characters = prompt.codePointCount(0, prompt.length());
        return (characters + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN + PROMPT_OVERHEAD;
    }

    /** The tokens of one generated image. */
    static long ofImage(Model.Generation generation, Quality quality, PixelSize size) {
        return generation.allowsAnySize() ? byFormula(quality.factor(), size) : byTable(quality, size);
    }

    /** The formula that reproduces the vendor's calculator. */
    private static long byFormula(long factor, PixelSize size) {
        long longEdge = Math.max(size.width(), size.height());
        long shortEdge = Math.min(size.width(), size.height());
        long shortFactor = (2 * factor * shortEdge + longEdge) / (2 * longEdge);
        long pixels = (long) size.width() * size.height();
        return (factor * shortFactor * (2_000_000 + pixels) + 3_999_999) / 4_000_000;
    }

    /** The table of the models with three sizes. */
    private static long byTable(Quality quality, PixelSize size) {
        int column = Integer.compare(size.height(), size.width()) + 1;
        return switch (quality) {
            case LOW -> new int[] {400, 272, 408}[column];
            case MEDIUM -> new int[] {1568, 1056, 1584}[column];
            default -> new int[] {6208, 4160, 6240}[column];
        };
    }

    /** The tokens of one image of a stream. The first image has all input tokens, and the remainder of the division. */
    Tokens share(int index, int count) {
        long each = output / count;
        return index == 0 ? new Tokens(text, imageIn, output - each * (count - 1)) : new Tokens(0, 0, each);
    }

    long input() {
        return text + imageIn;
    }

    /** {@code usage} in the response to a request. */
    ObjectNode usage() {
        ObjectNode usage = inputUsage().put("output_tokens", output);
        usage.putObject("output_tokens_details").put("image_tokens", output).put("text_tokens", 0);
        return usage.put("total_tokens", input() + output);
    }

    /** {@code usage} in a stream, which has no details of the output. */
    ObjectNode streamedUsage() {
        return inputUsage().put("output_tokens", output).put("total_tokens", input() + output);
    }

    private ObjectNode inputUsage() {
        ObjectNode usage = Json.object().put("input_tokens", input());
        usage.putObject("input_tokens_details").put("image_tokens", imageIn).put("text_tokens", text);
        return usage;
    }
}
