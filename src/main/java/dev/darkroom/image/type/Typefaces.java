package dev.darkroom.image.type;

/** The typefaces that pictures are set in, which are read when they are needed first. Safe for use by several threads. */
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
