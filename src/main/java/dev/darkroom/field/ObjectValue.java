package dev.darkroom.field;

/**
 * An object as a client or a file wrote it, independent of the format: JSON, YAML or a form. Its values are plain:
 * {@link String}, {@link Number}, {@link Boolean}, {@link java.util.List}, another {@code ObjectValue}, or null.
 */
public interface ObjectValue {

    /** The value of a field; null for a field that is null or missing. */
    Object get(String name);

    /** Whether the field exists, even with the value null. */
    boolean contains(String name);

    /** The names of all fields, in the order in which they were written. */
    Iterable<String> names();

    int size();

    /** Whether the format distinguishes numbers and booleans from strings. A form does not. */
    default boolean isTyped() {
        return true;
    }
}
