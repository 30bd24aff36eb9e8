package dev.darkroom.wire.client;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A JSON document that finds plain paths such as {@code tasks[0].id} itself. RestAssured compiles a Groovy script for each
 * look-up, which takes 10 ms; most of the time of this suite would go there. Other paths are left to RestAssured.
 */
public final class Json extends JsonPath {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_]\\w*(\\[\\d+])*(\\.[A-Za-z_]\\w*(\\[\\d+])*)*");
    private static final Pattern STEP = Pattern.compile("\\w+");

    private final Object document;
    private String root = "";

    private Json(String text) {
        super(text);
        document = super.get("$");
    }

    public static Json of(Response response) {
        return new Json(response.asString());
    }

    @Override
    public JsonPath setRootPath(String path) {
        root = path;
        return super.setRootPath(path);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T get(String path) {
        String whole = root.isEmpty() ? path : root + "." + path;
        if (!PLAIN.matcher(whole).matches()) {
            return super.get(path);
        }
        Object value = document;
        for (String step : STEP.matcher(whole).results().map(MatchResult::group).toList()) {
            if (!isKnown(value)) {
                return super.get(path);
            }
            value = step(value, step);
        }
        return (T) value;
    }

    private static boolean isKnown(Object value) {
        return value instanceof Map
                || value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance);
    }

    /** The field of a list is the list of its elements' fields. */
    private static Object step(Object value, String step) {
        if (value instanceof Map<?, ?> map) {
            return map.get(step);
        }
        List<?> list = (List<?>) value;
        if (Character.isDigit(step.charAt(0))) {
            int index = Integer.parseInt(step);
            return index < list.size() ? list.get(index) : null;
        }
        List<Object> fields = new ArrayList<>();
        list.forEach(element -> fields.add(((Map<?, ?>) element).get(step)));
        return fields;
    }
}
