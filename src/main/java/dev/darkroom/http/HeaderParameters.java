package dev.darkroom.http;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A header value with parameters, such as {@code form-data; name="image"; filename="a.png"}.
 *
 * @param value in lower case, without the parameters
 * @param parameters by name in lower case; of several with one name, the first
 */
record HeaderParameters(String value, Map<String, String> parameters) {

    /** The possessive quantifiers keep the matcher from recursing on long values. */
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*+([^\\s=;\"]++)\\s*+=\\s*+(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^;\"]*+))");

    /** Only quotes and backslashes: some clients send the backslashes of a Windows path unescaped. */
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\])");

    private static final Pattern EXTENDED = Pattern.compile("([^']*)'[^']*'(.*)");

    static HeaderParameters parse(String header) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher matcher = PARAMETER.matcher(header);
        while (matcher.find()) {
            String quoted = matcher.group(2);
            String value = quoted == null
                    ? matcher.group(3).strip()
                    : ESCAPED.matcher(quoted).replaceAll("$1");
            parameters.putIfAbsent(matcher.group(1).toLowerCase(Locale.ROOT), value);
        }
        return new HeaderParameters(header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT), parameters);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** A parameter that may be encoded as {@code name*=UTF-8''...} (RFC 5987), which takes precedence. */
    Optional<String> getExtended(String name) {
        return get(name + "*").flatMap(HeaderParameters::decode).or(() -> get(name));
    }

    private static Optional<String> decode(String text) {
        Matcher matcher = EXTENDED.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            Charset charset = matcher.group(1).isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(matcher.group(1));
            // In a URL's query, a plus sign stands for a space; here it stands for itself.
            return Optional.of(URLDecoder.decode(matcher.group(2).replace("+", "%2B"), charset));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
