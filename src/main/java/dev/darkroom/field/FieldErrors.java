package dev.darkroom.field;

/** Words the errors of fields as one API does. */
@FunctionalInterface
public interface FieldErrors {

    /**
     * The exception to throw for a field.
     *
     * @param field its name, with the path to it: {@code rules[0].when.ttl}
     */
    RuntimeException of(String field, FieldError error);
}
