package dev.darkroom.wire.portable;

import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** All vendors, each with a new key. */
final class Vendors {

    private Vendors() {}

    static Stream<VendorClient> all() {
        return Stream.<Function<String, VendorClient>>of(
                        key -> PollingVendor.aiVideoApi("sk-" + key),
                        key -> PollingVendor.reApi("rk_live_" + key),
                        key -> PollingVendor.aiGenerate("sk-aig-" + key),
                        key -> SynchronousVendor.getimg("sk_" + key))
                .map(vendor -> vendor.apply("portable-" + UUID.randomUUID()));
    }
}
