package dev.darkroom.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.Dialects;
import dev.darkroom.api.fault.RuleReaders;
import dev.darkroom.chaos.FaultRule;
import dev.darkroom.chaos.InvalidRuleException;
import dev.darkroom.chaos.RuleFile;
import dev.darkroom.chaos.RuleReader;
import dev.darkroom.http.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Reads fault rules from the bodies of control requests. */
@ApplicationScoped
class RuleBodyReader {

    /**
     * The field with a rule's state. It is ignored in requests, so that a client can send back the rules of a response.
     */
    static final String STATE = "state";

    private static final List<String> FIELDS = List.of("rules");

    private final RuleReader reader;

    RuleBodyReader(Dialects dialects) {
        reader = RuleReaders.of(dialects);
    }

    /**
     * @param before the rules that come before these in the list
     * @throws ControlException when the body or one of its rules is invalid
     */
    List<FaultRule> read(byte[] json, List<FaultRule> before) {
        ControlBody body = ControlBody.read(json, FIELDS);
        JsonNode rules = body.object().path("rules");
        rules.forEach(rule -> {
            if (rule instanceof ObjectNode object) {
                object.remove(STATE);
            }
        });
        try {
            return reader.read("rules", JsonObject.value(rules), before);
        } catch (InvalidRuleException e) {
            throw ControlException.invalid(e.getMessage());
        }
    }

    /** The rule file of a weather; empty when no weather has this name. */
    Optional<RuleFile> weather(String name) {
        return RuleFile.ofWeather(name, reader);
    }
}
