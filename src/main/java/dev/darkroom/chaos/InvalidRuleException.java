package dev.darkroom.chaos;

import dev.darkroom.field.FieldError;

/** A rule is invalid. The message names the field and says which values are valid. */
public final class InvalidRuleException extends RuntimeException {

    private final String field;

    public InvalidRuleException(String field, String hint) {
        super("'" + field + "' is invalid. " + hint, null, false, false);
        this.field = field;
    }

    /** The exception for an invalid field. */
    public static InvalidRuleException of(String field, FieldError error) {
        return new InvalidRuleException(field, error.hint());
    }

    public String field() {
        return field;
    }
}
