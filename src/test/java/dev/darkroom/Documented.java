package dev.darkroom;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the source of the rule that a test checks. {@link FidelityTest} builds the fidelity table from it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Documented.All.class)
public @interface Documented {

    /** The source: a seed and section, such as {@code seeds/001: Error Reference}, or a page in {@code providers/}. */
    String value();

    Certainty certainty() default Certainty.DOCUMENTED;

    /**
     * The error codes and fields that the rule covers. A field is written as {@code Schema.path} of the contract, and
     * {@code Schema.*} means all fields of a schema.
     */
    String[] of() default {};

    String dialect() default "aivideoapi";

    enum Certainty {
        /** The vendor's documentation states the rule. */
        DOCUMENTED,
        /** The rule was observed. */
        MEASURED,
        /** The rule is an assumption, based on what is known about this vendor and similar ones. */
        INFERRED
    }

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {

        Documented[] value();
    }
}
