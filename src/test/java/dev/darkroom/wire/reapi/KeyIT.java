package dev.darkroom.wire.reapi;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same, over the wire, of the packaged application. */
@QuarkusIntegrationTest
class KeyIT extends KeyTest {}
