package dev.darkroom;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says where the rule that a test pins comes from: a seed and its section, or a finding that is marked as such. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Documented {

    /** {@code seeds/001: Error Reference}, or {@code inferred: …} with the place that proposes it. */
    String value();
}
