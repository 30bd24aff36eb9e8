package dev.darkroom.control;

import dev.darkroom.http.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Converts an OpenAPI document from YAML to JSON. */
final class YamlDocument {

    private YamlDocument() {}

    static byte[] toJson(byte[] yaml) {
        LoaderOptions loading = new LoaderOptions();
        DumperOptions dumping = new DumperOptions();
        Object document = new Yaml(
                        new SafeConstructor(loading), new Representer(dumping), dumping, loading, new JsonSchema())
                .load(new String(yaml, StandardCharsets.UTF_8));
        return Json.write(Json.toTree(document));
    }

    /**
     * The values that are no texts, as OpenAPI recommends them (YAML 1.2, section 10.2). The parser's own rules are those
     * of YAML 1.1, in which {@code off} is a Boolean, {@code 16:9} a number and {@code 2026-01-01} a date.
     */
    private static final class JsonSchema extends Resolver {

        private static final String NUMBER_START = "-0123456789";
        private static final Pattern NULL = Pattern.compile("null");
        private static final Pattern BOOLEAN = Pattern.compile("true|false");
        private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]*)");
        private static final Pattern DECIMAL = Pattern.compile(INTEGER + "(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.NULL, NULL, "n");
            addImplicitResolver(Tag.NULL, EMPTY, null);
            addImplicitResolver(Tag.BOOL, BOOLEAN, "tf");
            addImplicitResolver(Tag.INT, INTEGER, NUMBER_START);
            addImplicitResolver(Tag.FLOAT, DECIMAL, NUMBER_START);
        }
    }
}
