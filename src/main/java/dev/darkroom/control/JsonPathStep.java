package dev.darkroom.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/** One step of a {@link JsonPath}. */
@FunctionalInterface
interface JsonPathStep {

    /** All members of an object, or all elements of an array. */
    JsonPathStep CHILDREN = JsonNode::forEach;

    /** A value and all values in it. */
    JsonPathStep DESCENDANTS = JsonPathStep::selectDescendants;

    /** Passes on what the step selects from a value: nothing, if the value is of another type than the step needs. */
    void select(JsonNode node, Consumer<JsonNode> selected);

    /** The member of an object with this name. */
    static JsonPathStep name(String name) {
        return (node, selected) -> {
            JsonNode member = node.get(name);
            if (member != null) {
                selected.accept(member);
            }
        };
    }

    /** The element of an array with this index; a negative index counts from the end. */
    static JsonPathStep index(int index) {
        return (node, selected) -> {
            JsonNode element = node.isArray() ? node.get(index < 0 ? node.size() + index : index) : null;
            if (element != null) {
                selected.accept(element);
            }
        };
    }

    /**
     * The elements of an array from one index to another. Negative indices count from the end.
     *
     * @param to the index after the last element; {@link Integer#MAX_VALUE} for the end
     */
    static JsonPathStep slice(int from, int to) {
        return (node, selected) -> {
            int size = node.isArray() ? node.size() : 0;
            int end = Math.min(to < 0 ? size + to : to, size);
            for (int i = Math.max(from < 0 ? size + from : from, 0); i < end; i++) {
                selected.accept(node.get(i));
            }
        };
    }

    /** The nesting of bodies is bounded, so the recursion is, too. */
    private static void selectDescendants(JsonNode node, Consumer<JsonNode> selected) {
        selected.accept(node);
        node.forEach(child -> selectDescendants(child, selected));
    }
}
