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

    /** The test checks both halves of the rule: it also fails when the rule is broken the other way. */
    String SAME = "same";

    /** The source: a seed and section, such as {@code seeds/001: Error Reference}, or a page in {@code providers/}. */
    String value();

    Certainty certainty() default Certainty.DOCUMENTED;

    /**
     * The rule in words. By default it is the name of the test. A test that checks several rules, or a rule of which only
     * a part has this certainty, states each one here.
     */
    String rule() default "";

    /**
     * The test that fails when the rule is broken the other way: Darkroom accepts what it must refuse, or does what it
     * must not do. It is the name of a method of the same class, {@code Class.method}, or {@link #SAME}.
     */
    String negativeTest() default "";

    /** A client or tool, not from this project, that confirmed the rule against the server, with its version. */
    String witness() default "";

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
        INFERRED,
        /** The rule is not about the vendor: it says what Darkroom leaves out, or adds of its own. */
        SCOPE
    }

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {

        Documented[] value();
    }
}
