package dev.darkroom.http.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.ledger.Credits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Reads and writes JSON, strictly and within limits. */
public final class Json {

    /** The deepest nesting of objects and arrays. No documented request needs more than three levels. */
    public static final int MAX_DEPTH = 32;

    /**
     * The longest text in characters. It is as many as the largest body that a setting allows has bytes, so that the
     * limit of bodies alone decides: a text can be a whole image.
     */
    public static final int MAX_TEXT = 64 << 20;

    /** The most tokens: values, names, and the ends of objects and arrays. A tree takes many times their bytes. */
    public static final int MAX_TOKENS = 50_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_TEXT)
                            .maxTokenCount(MAX_TOKENS)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    /**
     * Reads a body that must be one JSON object.
     *
     * @throws MalformedJsonException if it is not
     */
    public static ObjectNode readObject(byte[] body) throws MalformedJsonException {
        if (body == null || body.length == 0) {
            throw new MalformedJsonException("The request body is empty. Send a JSON object.");
        }
        JsonNode node;
        try {
            node = MAPPER.readTree(body);
        } catch (StreamConstraintsException e) {
            throw new MalformedJsonException("The request body is nested deeper than " + MAX_DEPTH
                    + " levels, has more than " + MAX_TOKENS + " values and names, or has a number or a name that is"
                    + " too long.");
        } catch (NumberFormatException e) {
            throw new MalformedJsonException("The request body has a number that is too large or too small.");
        } catch (JsonProcessingException e) {
            throw new MalformedJsonException("The request body is not valid JSON" + position(e.getLocation()) + ".");
        } catch (IOException e) {
            throw new MalformedJsonException("The request body is not valid JSON: it is not encoded in UTF-8.");
        }
        if (!(node instanceof ObjectNode object)) {
            throw new MalformedJsonException("The request body must be a JSON object.");
        }
        return object;
    }

    /** Whether a text is one JSON object, found out without building a tree. */
    public static boolean isObject(String text) {
        try (JsonParser parser = MAPPER.getFactory().createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }

    public static byte[] write(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Converts a node to strings, numbers, booleans, lists and maps. */
    public static Object toPlain(JsonNode node) {
        return MAPPER.convertValue(node, Object.class);
    }

    /** Converts strings, numbers, booleans, lists, maps and records to a node. */
    public static JsonNode toTree(Object plain) {
        return MAPPER.valueToTree(plain);
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A number with as few decimals as possible, such as 12 or 2.4. */
    public static JsonNode number(Credits credits) {
        return number(credits.toBigDecimal());
    }

    /** A number with as few decimals as possible, such as 12 or 2.4. */
    public static JsonNode number(BigDecimal number) {
        BigDecimal amount = withoutTrailingZeros(number);
        return amount.scale() == 0
                ? JsonNodeFactory.instance.numberNode(amount.longValueExact())
                : JsonNodeFactory.instance.numberNode(amount);
    }

    private static BigDecimal withoutTrailingZeros(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }

    /** Whether a field is missing or null. */
    public static boolean isAbsent(JsonNode node) {
        return node == null || node.isNull();
    }

    private static String position(JsonLocation location) {
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    /** Thrown if a body is not one JSON object. The message is a sentence for the client. */
    public static final class MalformedJsonException extends Exception {

        MalformedJsonException(String message) {
            super(message, null, false, false);
        }
    }
}
