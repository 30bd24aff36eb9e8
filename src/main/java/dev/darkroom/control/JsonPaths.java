package dev.darkroom.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * The subset of JSONPath that runs in linear time: no filters (their regular expressions would be Java's), no
 * functions, no lists of names, and at most one {@code ..}.
 */
final class JsonPaths {

    static final String RULE = "It must be a path such as input.prompt, $.input.image_urls[0], $.input.image_urls[*],"
            + " $..prompt or $['a name'], of at most 200 characters, with no filter, function or list of names and at"
            + " most one '..'.";

    private static final int MAX_LENGTH = 200;
    private static final Pattern QUOTED_NAME =
            Pattern.compile("\\[ *(?:'(?:[^'\\\\]|\\\\.)*+'|\"(?:[^\"\\\\]|\\\\.)*+\") *]", Pattern.DOTALL);
    private static final Pattern COSTLY = Pattern.compile("[?(,]|\\.\\..*\\.\\.", Pattern.DOTALL);

    private static final Configuration CONFIGURATION = Configuration.builder()
            .jsonProvider(new Provider())
            .mappingProvider(new JacksonMappingProvider())
            .options(Option.ALWAYS_RETURN_LIST, Option.SUPPRESS_EXCEPTIONS)
            .build();

    private JsonPaths() {}

    /** Empty when the path is invalid or outside the subset. */
    static Optional<JsonPath> parse(String path) {
        if (path.isBlank()
                || path.length() > MAX_LENGTH
                || COSTLY.matcher(QUOTED_NAME.matcher(path).replaceAll("[]")).find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonPath.compile(path));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The values that the path selects. */
    static List<JsonNode> find(JsonPath path, JsonNode json) {
        JsonNode found = path.read(json, CONFIGURATION);
        return StreamSupport.stream(found.spliterator(), false).toList();
    }

    /** Fixes the library's provider, which returns null for an index beyond the end of an array. */
    private static final class Provider extends JacksonJsonNodeJsonProvider {

        @Override
        public Object getArrayIndex(Object array, int index) {
            if (index < 0 || index >= length(array)) {
                throw new IndexOutOfBoundsException(index);
            }
            return super.getArrayIndex(array, index);
        }
    }
}
