package dev.darkroom.image.type;

/** The typefaces of placeholders, loaded on first use. Thread-safe. */
public final class Typefaces {

    private Typeface regular;
    private Typeface bold;

    public synchronized Typeface regular() {
        if (regular == null) {
            regular = Typeface.regular();
        }
        return regular;
    }

    public synchronized Typeface bold() {
        if (bold == null) {
            bold = Typeface.bold();
        }
        return bold;
    }
}
