package dev.darkroom.field;

import java.util.List;
import java.util.Map;

/** An object from a YAML parser or from code. {@link #names} converts keys that are not strings to text. */
public final class MapValue implements ObjectValue {

    public static final MapValue EMPTY = new MapValue(Map.of());

    private final Map<?, ?> fields;

    public MapValue(Map<?, ?> fields) {
        this.fields = fields;
    }

    /** A parsed value, with each map replaced by an {@link ObjectValue}. */
    public static Object of(Object parsed) {
        if (parsed instanceof Map<?, ?> map) {
            return new MapValue(map);
        }
        return parsed instanceof List<?> list ? list.stream().map(MapValue::of).toList() : parsed;
    }

    @Override
    public Object get(String name) {
        return of(fields.get(name));
    }

    @Override
    public boolean contains(String name) {
        return fields.containsKey(name);
    }

    @Override
    public List<String> names() {
        return fields.keySet().stream().map(String::valueOf).toList();
    }

    @Override
    public int size() {
        return fields.size();
    }
}
