package dev.darkroom.api;

import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generators of valid, nearly valid and invalid values, from which property tests build requests. */
public final class MixedValues {

    public static final Object MISSING = new Object();

    private MixedValues() {}

    /** Generates one of these values; the first is nine times as frequent as all others together. */
    public static Arbitrary<Object> mostly(Object usual, Object... others) {
        return Arbitraries.frequencyOf(Tuple.of(9, values(usual)), Tuple.of(1, values(others)));
    }

    public static Arbitrary<Object> values(Object... values) {
        return Arbitraries.of(Arrays.asList(values));
    }

    public static void put(Map<String, Object> fields, String name, Object value) {
        if (value != MISSING) {
            fields.put(name, value);
        }
    }

    /** Generates URLs and texts that resemble URLs. */
    public static Arbitrary<String> addresses() {
        return Combinators.combine(
                        mostlyText(
                                "http://",
                                "https://",
                                "HTTPS://",
                                "ftp://",
                                "http:/",
                                "http:",
                                "",
                                " http://",
                                "javascript:"),
                        mostlyText("", "u@", "u:p@", "u@v@", "ü@"),
                        mostlyText(
                                "e.com",
                                "localhost",
                                "my_app",
                                "10.0.0.1",
                                "[::1]",
                                "[::1",
                                "[g::1]",
                                "[2001:db8::1]",
                                "ü.de",
                                "",
                                "a b",
                                "e.com.",
                                "-",
                                "1a",
                                "300.1.1.1",
                                "a%20b",
                                "nas.local.",
                                "a.LocalHost"),
                        mostlyText("", ":", ":80", ":65535", ":65536", ":99999", ":0", ":8a", ":00080", ":000080"),
                        mostlyText(
                                "",
                                "/",
                                "/a b",
                                "/a?b=c#d",
                                "?q",
                                "#f",
                                "#f#g",
                                "/%zz",
                                "/%41",
                                "/ü",
                                "/\0",
                                "/a\nb",
                                "\\",
                                "/[x]",
                                "/{x}",
                                "/a|b",
                                " ",
                                "\r\n",
                                "\u2028",
                                "/\u2028",
                                "/\u00a0"))
                .as((scheme, user, host, port, path) -> scheme + user + host + port + path);
    }

    private static Arbitrary<String> mostlyText(String usual, String... others) {
        return mostly(usual, (Object[]) others).map(String.class::cast);
    }
}
