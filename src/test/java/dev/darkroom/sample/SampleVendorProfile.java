package dev.darkroom.sample;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A server with the sample vendor. Its beans are left out of the build for all other tests. */
public class SampleVendorProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(SampleDialect.ENABLED, "true");
    }
}
