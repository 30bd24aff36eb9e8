package dev.darkroom.wire.portable;

import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** All of them, each with a new key. */
final class Sellers {

    private Sellers() {}

    static Stream<Seller> all() {
        return Stream.<Function<String, Seller>>of(
                        key -> PollingSeller.aiVideoApi("sk-" + key),
                        key -> PollingSeller.reApi("rk_live_" + key),
                        key -> PollingSeller.aiGenerate("sk-aig-" + key),
                        key -> WaitingSeller.getimg("sk_" + key))
                .map(seller -> seller.apply("portable-" + UUID.randomUUID()));
    }
}
