package dev.darkroom.wire.aigenerate;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same, over the wire, of the packaged application. */
@QuarkusIntegrationTest
class AiGenerateHostileIT extends AiGenerateHostileTest {}
