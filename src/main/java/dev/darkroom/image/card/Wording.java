package dev.darkroom.image.card;

import dev.darkroom.image.ImageFacts;
import dev.darkroom.image.ImageSpec;
import dev.darkroom.image.type.Legible;
import dev.darkroom.image.type.Typeface;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is written on a picture.
 *
 * @param prompt in letters that the typeface has
 * @param rows the other facts
 */
record Wording(String prompt, List<Row> rows) {

    /** Far more characters than there is ever room for. */
    private static final int MOST_CHARACTERS = 1200;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    static Wording of(ImageFacts facts, Typeface typeface) {
        Legible prompt = Legible.of(facts.prompt(), typeface, MOST_CHARACTERS);
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("Size", size(facts.image())));
        rows.add(new Row("Model", facts.model()));
        rows.add(new Row("Mode", facts.mode()));
        if (facts.references().count() > 0) {
            rows.add(new Row("References", Integer.toString(facts.references().count())));
        }
        rows.add(new Row("Task", facts.taskId()));
        rows.add(new Row("Time", TIME.format(facts.time())));
        if (prompt.isChanged()) {
            rows.add(new Row("‹ ›", "Letters that the font lacks, in Latin ones or as code points"));
        }
        return new Wording(prompt.text().isEmpty() ? "No prompt" : prompt.text(), rows);
    }

    private static String size(ImageSpec image) {
        String pixels = image.size().width() + " × " + image.size().height();
        return image.resolution().isEmpty() ? pixels : pixels + ", " + image.resolution();
    }

    /** One fact. */
    record Row(String name, String value) {}
}
