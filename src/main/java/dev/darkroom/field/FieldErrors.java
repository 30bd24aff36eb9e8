package dev.darkroom.field;

/** Creates an API's exceptions for wrong fields. */
@FunctionalInterface
public interface FieldErrors {

    /**
     * The exception to throw for a field.
     *
     * @param field its name, with the path to it: {@code rules[0].when.ttl}
     */
    RuntimeException of(String field, FieldError error);
}
