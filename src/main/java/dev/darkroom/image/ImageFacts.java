package dev.darkroom.image;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a picture is of, which is all that it is drawn from, and what it says of itself to people and to programs.
 *
 * @param taskId as its client knows it
 * @param index which of its task's pictures it is, from 0
 * @param count how many those are
 * @param model as the client named it
 * @param mode the model that does the work
 * @param prompt may be empty when there are references
 * @param image what was asked for
 * @param references the pictures that were sent to be edited
 * @param seed of the sandbox
 * @param time on the sandbox' clock, when it was finished
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
        Instant time) {

    /** Names and values, as they stand in the file. */
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
        return entries;
    }

    public ImageFacts withPrompt(String other) {
        return new ImageFacts(taskId, index, count, model, mode, other, image, references, seed, time);
    }
}
