package dev.darkroom.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

    private static final AddressPolicy DEFAULT = new AddressPolicy("darkroom.callback", List.of(), List.of());
    private static final AddressPolicy ANYWHERE =
            new AddressPolicy("darkroom.callback", ranges("0.0.0.0/0", "::/0"), List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1.2.3",
                "::1",
                "0.0.0.0",
                "::",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "fd12::1",
                "::ffff:127.0.0.1",
                "64:ff9b::10.0.0.1",
                "2002:0a00:0001::1"
            })
    void allowsThisMachineAndPrivateNetworks(String address) {
        assertThat(objection(DEFAULT, address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "172.32.0.1", "11.0.0.1", "100.63.0.1", "2606:4700::1", "64:ff9b::8.8.8.8", "fec0::1"
            })
    void allowsPublicAddressesOnlyBySetting(String address) {
        assertThat(objection(DEFAULT, address)).get().asString().contains("darkroom.callback.allow");
        assertThat(objection(ANYWHERE, address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "169.254.0.1",
                "fe80::1",
                "::ffff:169.254.169.254",
                "64:ff9b::169.254.169.254",
                "64:ff9b:1::169.254.169.254",
                "2002:a9fe:a9fe::1",
                "::169.254.169.254",
                "100.100.100.200",
                "168.63.129.16",
                "fd00:ec2::254",
                "fd20:ce::254",
                "fd00:c1::a9fe:a9fe",
                "fd00:42::42",
                "64:ff9b:1:a9fe:a9:fe00::",
                "224.0.0.1",
                "255.255.255.255",
                "ff02::1"
            })
    void neverAllowsMetadataLinkLocalOrMulticastAddresses(String address) {
        assertThat(objection(DEFAULT, address)).isPresent();
        assertThat(objection(ANYWHERE, address)).isPresent();
    }

    @Test
    void denyOverridesAllow() {
        AddressPolicy policy =
                new AddressPolicy("darkroom.callback", ranges("8.8.8.0/24"), ranges("8.8.8.8", "127.0.0.0/8"));

        assertThat(objection(policy, "8.8.8.7")).isEmpty();
        assertThat(objection(policy, "8.8.8.8")).get().asString().contains("darkroom.callback.deny");
        assertThat(objection(policy, "127.0.0.1")).isPresent();
        assertThat(objection(policy, "::ffff:127.0.0.1")).isPresent();
        assertThat(objection(policy, "64:ff9b::127.0.0.1")).isPresent();
    }

    private static Optional<String> objection(AddressPolicy policy, String address) {
        return policy.objection(IpAddress.parse(address).orElseThrow());
    }

    private static List<IpRange> ranges(String... texts) {
        return Arrays.stream(texts)
                .map(text -> IpRange.parse(text).orElseThrow())
                .toList();
    }
}
