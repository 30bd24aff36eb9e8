package dev.darkroom.field;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Why a field is wrong. APIs report it in their own words; {@link #hint} is the text for APIs that do not document any.
 */
public sealed interface FieldError {

    /** A sentence that describes a valid value. */
    String hint();

    /** The field is required, and is null or missing. */
    record Missing() implements FieldError {

        @Override
        public String hint() {
            return "It is required.";
        }
    }

    /** @param expected what the value must be: {@code a string} */
    record WrongType(String expected) implements FieldError {

        @Override
        public String hint() {
            return "It must be " + expected + ".";
        }
    }

    /** @param expected the whole range: {@code a whole number from 1 to 10} */
    record Below(Number min, String expected) implements FieldError {

        @Override
        public String hint() {
            return "It must be " + expected + ".";
        }
    }

    /** @param expected the whole range: {@code a whole number from 1 to 10} */
    record Above(Number max, String expected) implements FieldError {

        @Override
        public String hint() {
            return "It must be " + expected + ".";
        }
    }

    /** The value is not in a fixed set. */
    record NotOneOf(String value, List<String> allowed) implements FieldError {

        @Override
        public String hint() {
            return "Use one of: " + String.join(", ", allowed) + ".";
        }
    }

    /** The object has no such field. */
    record Unknown(Collection<String> known) implements FieldError {

        @Override
        public String hint() {
            return known.isEmpty()
                    ? "There are no fields here."
                    : "It is not a field here. Use: " + String.join(", ", known) + ".";
        }
    }

    /** A string without characters, or a list without entries. */
    record Empty() implements FieldError {

        @Override
        public String hint() {
            return "It must not be empty.";
        }
    }

    /** The string has too many characters (Unicode code points). */
    record TooLong(int length, int max) implements FieldError {

        @Override
        public String hint() {
            return String.format(Locale.ROOT, "It has %,d characters; at most %,d are allowed.", length, max);
        }
    }

    /** The list has too many entries. */
    record TooMany(int size, int max) implements FieldError {

        @Override
        public String hint() {
            return "It has " + size + " entries; at most " + max + " are allowed.";
        }
    }

    /** The value breaks a rule that only a sentence can describe, such as the syntax of a URL. */
    record Malformed(String hint) implements FieldError {}
}
