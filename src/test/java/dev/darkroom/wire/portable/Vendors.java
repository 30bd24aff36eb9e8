package dev.darkroom.wire.portable;

import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** All vendors, each with a new key. */
final class Vendors {

    /** The shortest key of Azure, whose keys have no prefix. */
    private static final int AZURE_KEY_LENGTH = 32;

    private Vendors() {}

    static Stream<VendorClient> all() {
        return withKeys("portable-" + UUID.randomUUID());
    }

    /**
     * All vendors with keys that end alike.
     *
     * @param end what follows the prefix of a key; digits follow it in a key that would be too short
     */
    static Stream<VendorClient> withKeys(String end) {
        return Stream.<Function<String, VendorClient>>of(
                        key -> PollingVendor.aiVideoApi("sk-" + key),
                        key -> PollingVendor.reApi("rk_live_" + key),
                        key -> PollingVendor.aiGenerate("sk-aig-" + key),
                        key -> SynchronousVendor.getimg("sk_" + key),
                        key -> OpenAiVendor.openAi("sk-proj-" + key),
                        key -> OpenAiVendor.azure(key + "0".repeat(Math.max(0, AZURE_KEY_LENGTH - key.length()))))
                .map(vendor -> vendor.apply(end));
    }

    /** The vendors whose responses have URLs of images. */
    static Stream<VendorClient> withUrls() {
        return all().filter(VendorClient::sendsUrls);
    }

    static VendorClient named(String name) {
        return all().filter(vendor -> vendor.name().equals(name)).findFirst().orElseThrow();
    }
}
