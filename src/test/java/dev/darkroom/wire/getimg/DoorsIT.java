package dev.darkroom.wire.getimg;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same, over the wire, of the packaged application. */
@QuarkusIntegrationTest
class DoorsIT extends DoorsTest {}
