package dev.darkroom.wire.portable;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same, over the wire, of the packaged application. */
@QuarkusIntegrationTest
class CrossingIT extends CrossingTest {}
