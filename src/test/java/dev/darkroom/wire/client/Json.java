package dev.darkroom.wire.client;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Resolves plain paths such as {@code tasks[0].id} without Groovy. RestAssured compiles a Groovy script for each
 * look-up, which takes 10 ms and would dominate the run time of this suite. Other paths are delegated to RestAssured.
 */
public final class Json extends JsonPath {

    private static final Pattern PLAIN_PATH = Pattern.compile("[A-Za-z_]\\w*(\\[\\d+])*(\\.[A-Za-z_]\\w*(\\[\\d+])*)*");
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
        String fullPath = root.isEmpty() ? path : root + "." + path;
        if (!PLAIN_PATH.matcher(fullPath).matches()) {
            return super.get(path);
        }
        Object value = document;
        for (String step :
                STEP.matcher(fullPath).results().map(MatchResult::group).toList()) {
            if (!isNavigable(value)) {
                return super.get(path);
            }
            value = step(value, step);
        }
        return (T) value;
    }

    private static boolean isNavigable(Object value) {
        return value instanceof Map
                || value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance);
    }

    /** A field name applied to a list returns that field of every element. */
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
