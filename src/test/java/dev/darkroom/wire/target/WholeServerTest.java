package dev.darkroom.wire.target;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test of something that all sandboxes share, such as a metric. These tests have a server of their own, without a
 * journal, and run one after the other.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WireTest(settings = "darkroom.limits.journal=0")
@ResourceLock("the server of WholeServerTest")
public @interface WholeServerTest {}
