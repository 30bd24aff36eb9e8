package dev.darkroom.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Pattern;
import dev.darkroom.chaos.FaultRule;
import dev.darkroom.chaos.FaultSet;
import dev.darkroom.chaos.Operation;
import dev.darkroom.chaos.RuleCondition;
import dev.darkroom.chaos.RuleState;
import dev.darkroom.chaos.Wildcard;
import dev.darkroom.chaos.Window;
import dev.darkroom.chaos.fault.Fault;
import dev.darkroom.http.json.Json;
import dev.darkroom.sandbox.SandboxFaults;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Fault rules in the control API's JSON: the fields that requests use, and each rule's state. */
final class RuleDescription {

    private RuleDescription() {}

    static ObjectNode of(FaultSet set) {
        ObjectNode json = Json.object();
        ArrayNode rules = json.putArray("rules");
        set.rules().forEach(rule -> rules.add(of(rule)));
        return json;
    }

    static ObjectNode of(SandboxFaults faults) {
        ObjectNode json = Json.object();
        ArrayNode rules = json.putArray("rules");
        faults.states().forEach(state -> rules.add(of(state)));
        return json;
    }

    private static ObjectNode of(RuleState state) {
        ObjectNode json = of(state.rule());
        json.putObject(RuleBodyReader.STATE)
                .put("since", state.since().toString())
                .put("triggered", state.triggered())
                .put("passed_over", state.passedOver())
                .put("over", state.isOver())
                .put("outage_ends_at", state.outageEnds().map(Instant::toString).orElse(null));
        return json;
    }

    private static ObjectNode of(FaultRule rule) {
        ObjectNode json = Json.object().put("name", rule.name());
        json.set("when", when(rule.condition()));
        json.putObject("then").set(rule.fault().type().name(), then(rule.fault()));
        return json;
    }

    private static JsonNode then(Fault fault) {
        Map<String, Object> components = fault.components();
        return components.isEmpty() ? Json.object().booleanNode(true) : Json.toTree(components);
    }

    private static ObjectNode when(RuleCondition condition) {
        ObjectNode json = Json.object();
        operation(condition.operations(), json);
        condition.dialect().ifPresent(dialect -> json.put("dialect", dialect));
        condition.model().map(Wildcard::pattern).ifPresent(model -> json.put("model", model));
        condition.prompt().map(Pattern::pattern).ifPresent(prompt -> json.put("prompt", prompt));
        condition.taskId().ifPresent(id -> json.put("task_id", id.toString()));
        if (condition.probability() < 1) {
            json.put("probability", condition.probability());
        }
        if (condition.skip() > 0) {
            json.put("skip", condition.skip());
        }
        condition.times().ifPresent(times -> json.put("times", times));
        condition.ttl().ifPresent(ttl -> json.put("ttl", ttl.toString()));
        condition.window().ifPresent(window -> json.set("window", window(window)));
        condition.ramp().ifPresent(ramp -> json.put("ramp", ramp.toString()));
        return json;
    }

    /** Adds the operation of a rule that names one. A rule that names no operation has several, which are omitted. */
    private static void operation(Set<Operation> operations, ObjectNode json) {
        if (operations.size() == 1) {
            json.put("operation", EnumNames.of(operations.iterator().next()));
        }
    }

    private static ObjectNode window(Window window) {
        ObjectNode json = Json.object()
                .put("after", window.after().toString())
                .put("duration", window.duration().toString());
        window.every().ifPresent(every -> json.put("every", every.toString()));
        return json;
    }
}
