package dev.darkroom.image;

import dev.darkroom.access.redaction.Redaction;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything that an image is drawn from. The image shows these facts and carries them as metadata.
 *
 * @param taskId the task's id, as the client knows it
 * @param index the image's position among its task's images, from 0
 * @param count the number of images of the task
 * @param model the model as the client named it
 * @param mode the model that does the work
 * @param prompt may be empty if there are references
 * @param image the requested properties
 * @param references the images that the client sent to be edited
 * @param seed the sandbox's seed
 * @param time when the task was completed, on the sandbox's clock
 * @param developed how far the image is developed, in percent: {@value #FINISHED} unless it is a partial image
 */
public record ImageFacts(
        String taskId,
        int index,
        int count,
        String model,
        String mode,
        String prompt,
        ImageSpec image,
        References references,
        long seed,
        Instant time,
        int developed) {

    /** The value of {@link #developed} for an image that is complete. */
    public static final int FINISHED = 100;

    public ImageFacts {
        if (developed < 1 || developed > FINISHED) {
            throw new IllegalArgumentException("developed must be from 1 to 100, not " + developed);
        }
    }

    /** The names and values in the file's metadata. */
    public Map<String, String> entries() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("Software", "Darkroom");
        entries.put("task_id", taskId);
        if (count > 1) {
            entries.put("index", Integer.toString(index));
            entries.put("count", Integer.toString(count));
        }
        entries.put("model", model);
        entries.put("mode", mode);
        entries.put("prompt", prompt.replace('\0', '\uFFFD'));
        entries.put("size", image.size().toString());
        entries.put("resolution", image.resolution());
        entries.put("references", Integer.toString(references.count()));
        entries.put("seed", Long.toString(seed));
        entries.put("time", time.toString());
        if (developed < FINISHED) {
            entries.put("developed", developed + "%");
        }
        return entries;
    }

    public ImageFacts withPrompt(String newPrompt) {
        return new ImageFacts(taskId, index, count, model, mode, newPrompt, image, references, seed, time, developed);
    }

    /** The facts of a partial image. */
    public ImageFacts developedTo(int percent) {
        return new ImageFacts(taskId, index, count, model, mode, prompt, image, references, seed, time, percent);
    }

    /** Returns these facts with the secrets in the client's texts masked. */
    public ImageFacts redacted(Redaction redaction) {
        return new ImageFacts(
                taskId,
                index,
                count,
                redaction.text(model),
                redaction.text(mode),
                redaction.text(prompt),
                image,
                references,
                seed,
                time,
                developed);
    }

    /** These facts without the images of uploads. They equal these ones. */
    ImageFacts withoutUploads() {
        return new ImageFacts(
                taskId, index, count, model, mode, prompt, image, references.withoutImages(), seed, time, developed);
    }
}
