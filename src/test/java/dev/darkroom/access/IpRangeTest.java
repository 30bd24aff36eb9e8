package dev.darkroom.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpRangeTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "10.0.0.0/8, 10.255.255.255",
        "10.1.2.3/8, 10.9.9.9",
        "192.168.4.0/22, 192.168.7.255",
        "198.51.100.4/31, 198.51.100.5",
        "0.0.0.0/0, 8.8.8.8",
        "::1, 0:0:0:0:0:0:0:1",
        "2001:DB8::/32, 2001:db8:ffff::1",
        "fe80::/10, febf::1",
        "::/0, 2001:db8::1",
        "::ffff:10.0.0.0/104, 10.200.0.1",
        "10.0.0.1, ::ffff:10.0.0.1"
    })
    void containsAddressesWithTheSamePrefix(String range, String address) {
        assertThat(range(range).contains(address(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.8",
        "10.0.0.0/8, 11.0.0.0",
        "192.168.4.0/22, 192.168.8.0",
        "198.51.100.4/31, 198.51.100.6",
        "::1, 127.0.0.1",
        "0.0.0.0/0, ::1",
        "::/0, 8.8.8.8",
        "2001:db8::/32, 2001:db9::1",
        "fe80::/10, fec0::1"
    })
    void excludesOtherAddresses(String range, String address) {
        assertThat(range(range).contains(address(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/8",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/8/8",
                "10.0.0.0/x",
                "10.0.0",
                "10.0.0.",
                "10.0.0.0.0",
                "256.0.0.1",
                "1.2.3.04",
                "0x7f.1.1.1",
                "2130706433",
                "localhost",
                "face",
                "10.0.0.1 ",
                " 10.0.0.1",
                "[::1]",
                "::1%eth0",
                "::1%1",
                "::1/129",
                "1::2::3",
                ":",
                "::ffff:10.0.0.0/95",
                "12345::",
                "10.0.0.1:80",
                "*",
                "10.0.0.*",
                "::ffff:10.0.0.256",
                ".1:2",
                ".dead:beef"
            })
    void rejectsMalformedRanges(String text) {
        assertThat(IpRange.parse(text)).isEmpty();
    }

    @Test
    void keepsTheTextAsWritten() {
        assertThat(range("2001:DB8::/32").text()).isEqualTo("2001:DB8::/32");
    }

    @Test
    void emptyListAllowsAllAndOtherListsOnlyTheirRanges() {
        assertThat(IpAllowlist.ANYWHERE.allows(address("8.8.8.8"))).isTrue();
        IpAllowlist allowlist = new IpAllowlist(List.of(range("10.0.0.0/8"), range("::1")));
        assertThat(allowlist.allows(address("10.1.1.1"))).isTrue();
        assertThat(allowlist.allows(address("::1"))).isTrue();
        assertThat(allowlist.allows(address("8.8.8.8"))).isFalse();
    }

    @Test
    void rejectsMoreThanTenRanges() {
        new IpAllowlist(Collections.nCopies(10, range("::1")));
        assertThatThrownBy(() -> new IpAllowlist(Collections.nCopies(11, range("::1"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static IpRange range(String text) {
        return IpRange.parse(text).orElseThrow();
    }

    private static InetAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }
}
