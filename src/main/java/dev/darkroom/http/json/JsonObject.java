package dev.darkroom.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.field.ObjectValue;
import java.util.ArrayList;
import java.util.List;

/** A JSON object for a {@link dev.darkroom.field.FieldReader}. Values are converted when they are read. */
public record JsonObject(ObjectNode node) implements ObjectValue {

    @Override
    public Object get(String name) {
        return value(node.get(name));
    }

    @Override
    public boolean contains(String name) {
        return node.has(name);
    }

    @Override
    public Iterable<String> names() {
        return node::fieldNames;
    }

    @Override
    public int size() {
        return node.size();
    }

    /** The node of an object that was parsed from JSON. */
    public static ObjectNode nodeOf(ObjectValue object) {
        return ((JsonObject) object).node();
    }

    /** The value of a node for {@link ObjectValue#get}; null if the node is JSON's null or missing. */
    public static Object value(JsonNode node) {
        if (node == null) {
            return null;
        }
        return switch (node.getNodeType()) {
            case STRING -> node.textValue();
            case NUMBER -> node.numberValue();
            case BOOLEAN -> node.booleanValue();
            case OBJECT -> new JsonObject((ObjectNode) node);
            case ARRAY -> list(node);
            default -> null;
        };
    }

    private static List<Object> list(JsonNode array) {
        List<Object> values = new ArrayList<>(array.size());
        array.forEach(element -> values.add(value(element)));
        return values;
    }
}
