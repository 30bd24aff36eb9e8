package dev.darkroom.chaos;

/** A rule is invalid. The message names the field and says which values are valid. */
public final class InvalidRule extends RuntimeException {

    private final String field;

    public InvalidRule(String field, String hint) {
        super("'" + field + "' is invalid. " + hint, null, false, false);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
