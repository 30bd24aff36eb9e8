package dev.darkroom.task;

import dev.darkroom.image.ImageSpec;
import dev.darkroom.image.References;
import dev.darkroom.ledger.Credits;
import java.util.Optional;

/**
 * What was asked for, as far as the core has to know it.
 *
 * @param dialect the name of the dialect that took the request, and that will tell of the task
 * @param model the model as the client named it
 * @param mode the model that does the work, which dialects tell apart by what was sent
 * @param prompt may be empty when there are references
 * @param references the pictures that were sent to be edited
 * @param image what pictures it is about
 * @param count how many of them
 * @param price what it costs
 * @param callback the URL of whom to tell of the end
 * @param baseUrl where the client reached the server, so that it can be told of files before it asks; without a
 *     slash at the end
 * @param sent the request, where its dialect will tell of it again; otherwise empty
 */
public record TaskSpec(
        String dialect,
        String model,
        String mode,
        String prompt,
        References references,
        ImageSpec image,
        int count,
        Credits price,
        Optional<String> callback,
        String baseUrl,
        String sent) {

    /** What a task takes besides its texts, its entries in the ledger included; measured by {@code src/bench/million}. */
    private static final int BYTES = 512;

    /** The same for a callback and its attempts. */
    private static final int CALLBACK_BYTES = 768;

    /** One whose dialect will tell nothing of the request itself. */
    public TaskSpec(
            String dialect,
            String model,
            String mode,
            String prompt,
            References references,
            ImageSpec image,
            int count,
            Credits price,
            Optional<String> callback,
            String baseUrl) {
        this(dialect, model, mode, prompt, references, image, count, price, callback, baseUrl, "");
    }

    /** How much memory it takes to keep such a task, rather more than less. */
    int bytes() {
        int texts = 2 * prompt.length()
                + 2 * sent.length()
                + 2 * callback.map(String::length).orElse(0)
                + Math.toIntExact(references.bytes());
        return BYTES + texts + (callback.isPresent() ? CALLBACK_BYTES : 0);
    }
}
