package dev.darkroom;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says where the rule that a test pins comes from. The fidelity table is made of these, see {@link FidelityTest}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Documented.All.class)
public @interface Documented {

    /** The place: a seed and its section, {@code seeds/001: Error Reference}, or one in {@code providers/}. */
    String value();

    Certainty certainty() default Certainty.DOCUMENTED;

    /**
     * What the rule is about, where it is about something that has a name: an error code, or a field as {@code
     * Schema.path} of the contract; {@code Schema.*} is all its fields.
     */
    String[] of() default {};

    String dialect() default "aivideoapi";

    enum Certainty {
        /** A page of the vendor says so. */
        DOCUMENTED,
        /** Somebody saw it happen. */
        MEASURED,
        /** It is the likely thing, from what is known of the vendor and its kin. */
        INFERRED
    }

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {

        Documented[] value();
    }
}
