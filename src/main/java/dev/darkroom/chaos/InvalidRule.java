package dev.darkroom.chaos;

import dev.darkroom.field.FieldError;

/** A rule is invalid. The message names the field and says which values are valid. */
public final class InvalidRule extends RuntimeException {

    private final String field;

    public InvalidRule(String field, String hint) {
        super("'" + field + "' is invalid. " + hint, null, false, false);
        this.field = field;
    }

    /** The exception for an invalid field. */
    public static InvalidRule of(String field, FieldError error) {
        return new InvalidRule(field, error.hint());
    }

    public String field() {
        return field;
    }
}
