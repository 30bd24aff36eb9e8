package dev.darkroom.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.Dialect;
import dev.darkroom.api.Dialects;
import dev.darkroom.api.TaskIds;
import dev.darkroom.chaos.FaultRule;
import dev.darkroom.chaos.InvalidRule;
import dev.darkroom.chaos.RuleFile;
import dev.darkroom.chaos.RuleReader;
import dev.darkroom.chaos.RuleVocabulary;
import dev.darkroom.http.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads rules from the bodies of control requests. */
@ApplicationScoped
public class RuleBodies {

    /** What is shown of a rule and may come back with it, so that what was read can be written. */
    static final String STATE = "state";

    private static final List<String> FIELDS = List.of("rules");

    private final RuleReader reader;

    RuleBodies(Dialects dialects) {
        reader = reader(dialects);
    }

    /** One that knows these dialects. */
    public static RuleReader reader(Dialects dialects) {
        return new RuleReader(new RuleVocabulary(
                dialects.all().stream().collect(Collectors.toMap(Dialect::name, Dialect::errorCodes)), TaskIds::read));
    }

    /** @param before the rules that are asked before them */
    List<FaultRule> read(byte[] json, List<FaultRule> before) {
        ControlBody body = ControlBody.read(json, FIELDS);
        JsonNode rules = body.object().path("rules");
        rules.forEach(rule -> {
            if (rule instanceof ObjectNode object) {
                object.remove(STATE);
            }
        });
        try {
            return reader.read("rules", Json.toPlain(rules), before);
        } catch (InvalidRule e) {
            throw ControlError.invalid(e.getMessage());
        }
    }

    /** The page of a weather. */
    Optional<RuleFile> weather(String name) {
        return RuleFile.ofWeather(name, reader);
    }
}
