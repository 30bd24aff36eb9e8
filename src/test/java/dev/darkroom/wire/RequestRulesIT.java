package dev.darkroom.wire;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same, over the wire, of the packaged application. */
@QuarkusIntegrationTest
class RequestRulesIT extends RequestRulesTest {}
