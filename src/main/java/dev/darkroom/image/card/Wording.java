package dev.darkroom.image.card;

import dev.darkroom.image.ImageFacts;
import dev.darkroom.image.ImageSpec;
import dev.darkroom.image.type.Transliteration;
import dev.darkroom.image.type.Typeface;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The text drawn on an image.
 *
 * @param hasPrompt whether the prompt has any visible characters
 * @param prompt the prompt, transliterated for the typeface, or a note that it is empty
 * @param rows the other facts
 */
record Wording(boolean hasPrompt, String prompt, List<Row> rows) {

    /** Far more characters than fit on any image. */
    private static final int MAX_CHARACTERS = 1200;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** @param missing the number of references that could not be read */
    static Wording of(ImageFacts facts, long missing, Typeface typeface) {
        Transliteration prompt = Transliteration.of(facts.prompt(), typeface, MAX_CHARACTERS);
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("Size", size(facts.image())));
        rows.add(new Row("Model", facts.model()));
        rows.add(new Row("Mode", facts.mode()));
        if (facts.references().count() > 0) {
            String missingNote = missing == 0 ? "" : ", " + missing + " of which could not be had";
            rows.add(new Row("References", facts.references().count() + missingNote));
        }
        if (facts.count() > 1) {
            rows.add(new Row("Picture", facts.index() + 1 + " of " + facts.count()));
        }
        rows.add(new Row("Task", facts.taskId()));
        rows.add(new Row("Time", TIME.format(facts.time())));
        if (prompt.isChanged()) {
            rows.add(new Row("‹ ›", "Letters that the font lacks, in Latin ones or as code points"));
        }
        boolean hasPrompt = !prompt.text().isEmpty();
        return new Wording(hasPrompt, hasPrompt ? prompt.text() : "No prompt", rows);
    }

    private static String size(ImageSpec image) {
        String pixels = image.size().width() + " × " + image.size().height();
        return image.resolution().isEmpty() ? pixels : pixels + ", " + image.resolution();
    }

    /** A fact, with its label. */
    record Row(String name, String value) {}
}
