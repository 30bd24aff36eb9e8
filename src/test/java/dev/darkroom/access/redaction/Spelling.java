package dev.darkroom.access.redaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A way to write a text so that a parser reads it unchanged. Any character may be escaped, and some must be. */
enum Spelling {
    JSON("\"\\", c -> c == '/' ? "\\/" : "\\u%04x".formatted(c)) {
        @Override
        String decode(String text) {
            try {
                return new ObjectMapper().readValue('"' + text + '"', String.class);
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException("This is not the content of a JSON string: " + text, e);
            }
        }
    },
    PERCENT("%+", c -> percent(Character.toString(c))) {
        @Override
        String decode(String text) {
            return URLDecoder.decode(text, UTF_8);
        }
    },
    XML("&<>\"", c -> c % 2 == 0 ? "&#" + c + ";" : "&#x" + Integer.toHexString(c) + ";") {
        @Override
        String decode(String text) {
            return ENTITY.matcher(text).replaceAll(Spelling::character);
        }
    };

    private static final Pattern ENTITY = Pattern.compile("&#(x?)([0-9a-f]+);");

    private final String mandatory;
    private final IntFunction<String> escape;

    Spelling(String mandatory, IntFunction<String> escape) {
        this.mandatory = mandatory;
        this.escape = escape;
    }

    abstract String decode(String text);

    /** @param share the share of characters to escape without need */
    String encode(String text, Random random, double share) {
        StringBuilder encoded = new StringBuilder();
        text.chars().forEach(c -> {
            boolean isMandatory = c < ' ' || mandatory.indexOf(c) >= 0;
            encoded.append(isMandatory || random.nextDouble() < share ? escape.apply(c) : Character.toString(c));
        });
        return encoded.toString();
    }

    private static String percent(String character) {
        StringBuilder escapes = new StringBuilder();
        for (byte part : character.getBytes(UTF_8)) {
            escapes.append("%%%02X".formatted(part));
        }
        return escapes.toString();
    }

    private static String character(MatchResult entity) {
        return Character.toString(
                        Integer.parseInt(entity.group(2), entity.group(1).isEmpty() ? 10 : 16))
                .replace("\\", "\\\\")
                .replace("$", "\\$");
    }
}
