package dev.darkroom.wire.server;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that talks to a running server and sees nothing but its responses. {@link Servers} chooses the server: the one
 * at {@code -Ddarkroom.url}, or the one that was built last, as a jar or as a native executable.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(WireExtension.class)
public @interface WireTest {

    /**
     * Settings as {@code name=value}. All test classes with the same settings share one server; every other set costs a
     * server of its own, so put settings that do not contradict each other into one set.
     */
    String[] settings() default {};
}
