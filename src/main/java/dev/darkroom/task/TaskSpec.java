package dev.darkroom.task;

import dev.darkroom.image.ImageSpec;
import dev.darkroom.image.References;
import dev.darkroom.ledger.Credits;
import java.util.Optional;

/**
 * What the core needs to know about the request that created a task.
 *
 * @param dialect the name of the dialect that accepted the request and describes the task in responses
 * @param model the model as the client named it
 * @param mode the model variant that does the work; the dialect derives it from the request
 * @param prompt may be empty when there are references
 * @param references the images to edit
 * @param image the size and format of the images
 * @param count the number of images
 * @param price the price of the whole task
 * @param callback the URL to call when the task ends
 * @param baseUrl the server's URL as the client reached it, for the image URLs in callbacks; without a slash at the end
 * @param requestBody the body of the request, for a dialect whose responses repeat it; otherwise empty
 * @param clientId an id that the client made up for this task, so that it can retry the request; the sandbox keeps at
 *     most one task of a dialect with it
 * @param webhooks how the webhooks of the sandbox are told about its end; empty if they are not
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
        String requestBody,
        Optional<String> clientId,
        Optional<WebhookEvents> webhooks) {

    /** Bytes of a task and its ledger entries, without its texts; measured by {@code src/bench/million}. */
    private static final int TASK_BYTES = 512;

    /** Bytes of a callback and its attempts. */
    private static final int CALLBACK_BYTES = 768;

    /** Bytes of a client's id in {@link ClientIds}, without its text. */
    private static final int CLIENT_ID_BYTES = 160;

    /** A spec for a dialect without webhooks. */
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
            String baseUrl,
            String requestBody,
            Optional<String> clientId) {
        this(
                dialect,
                model,
                mode,
                prompt,
                references,
                image,
                count,
                price,
                callback,
                baseUrl,
                requestBody,
                clientId,
                Optional.empty());
    }

    /**
     * A spec for a dialect without webhooks, whose responses do not repeat the request, and whose clients make up no
     * ids.
     */
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
        this(dialect, model, mode, prompt, references, image, count, price, callback, baseUrl, "", Optional.empty());
    }

    /** The same spec for a task whose end the webhooks of the sandbox are told about. */
    public TaskSpec withWebhooks(WebhookEvents events) {
        return new TaskSpec(
                dialect,
                model,
                mode,
                prompt,
                references,
                image,
                count,
                price,
                callback,
                baseUrl,
                requestBody,
                clientId,
                Optional.of(events));
    }

    /**
     * An upper estimate of the memory that the task takes, in bytes. Calls of webhooks are not included, because their
     * number is known only at the end of the task.
     */
    public int bytes() {
        int texts = 2 * prompt.length()
                + 2 * requestBody.length()
                + 2 * callback.map(String::length).orElse(0)
                + Math.toIntExact(references.bytes());
        return TASK_BYTES
                + texts
                + (callback.isPresent() ? CALLBACK_BYTES : 0)
                + clientId.map(id -> CLIENT_ID_BYTES + 4 * id.length()).orElse(0);
    }
}
