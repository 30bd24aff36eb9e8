package dev.darkroom.wire.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test of something that all sandboxes share, such as a metric or the defaults of new sandboxes. These tests have a
 * server of their own and run one after the other.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WireTest(settings = {"darkroom.limits.journal=0", "darkroom.references.fetch=true", "darkroom.references.timeout=10s"})
@ResourceLock("the server of WholeServerTest")
public @interface WholeServerTest {}
