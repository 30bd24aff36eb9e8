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

/** JSON in and out, strictly and within bounds. */
public final class Json {

    /** How deep objects and arrays may be nested; no documented request needs more than three. */
    public static final int MAX_DEPTH = 32;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    /**
     * Reads a body that must be one JSON object.
     *
     * @throws MalformedJson when it is not; the message is fit for the client
     */
    public static ObjectNode readObject(byte[] body) throws MalformedJson {
        if (body == null || body.length == 0) {
            throw new MalformedJson("The request body is empty. Send a JSON object.");
        }
        JsonNode node;
        try {
            node = MAPPER.readTree(body);
        } catch (StreamConstraintsException e) {
            throw new MalformedJson("The request body is nested deeper than " + MAX_DEPTH
                    + " levels, or has a number or a name that is too long.");
        } catch (NumberFormatException e) {
            throw new MalformedJson("The request body has a number that is too large or too small.");
        } catch (JsonProcessingException e) {
            throw new MalformedJson("The request body is not valid JSON" + at(e.getLocation()) + ".");
        } catch (IOException e) {
            throw new MalformedJson("The request body is not valid JSON: it is not encoded in UTF-8.");
        }
        if (!(node instanceof ObjectNode object)) {
            throw new MalformedJson("The request body must be a JSON object.");
        }
        return object;
    }

    /** Whether a text is one JSON object; it is not kept in memory for that. */
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

    /** What a node stands for, in texts, numbers, truth values, lists and maps. */
    public static Object plain(JsonNode node) {
        return MAPPER.convertValue(node, Object.class);
    }

    /** The other way round. */
    public static JsonNode tree(Object plain) {
        return MAPPER.valueToTree(plain);
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A number without a fraction when it is whole, and with no more decimals than it needs: 12, 2.4. */
    public static JsonNode number(Credits credits) {
        return number(credits.toBigDecimal());
    }

    /** The same. */
    public static JsonNode number(BigDecimal number) {
        BigDecimal amount = shortest(number);
        return amount.scale() == 0
                ? JsonNodeFactory.instance.numberNode(amount.longValueExact())
                : JsonNodeFactory.instance.numberNode(amount);
    }

    private static BigDecimal shortest(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0, RoundingMode.UNNECESSARY) : shortest;
    }

    /** Whether a field is missing; a null says no more than a missing field does. */
    public static boolean isAbsent(JsonNode node) {
        return node == null || node.isNull();
    }

    private static String at(JsonLocation location) {
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    /** The body is not a JSON object; the message says why. */
    public static final class MalformedJson extends Exception {

        MalformedJson(String message) {
            super(message, null, false, false);
        }
    }
}
