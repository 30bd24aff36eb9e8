package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.chaos.FaultRule;
import dev.darkroom.chaos.FaultSet;
import dev.darkroom.http.json.Json;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Sandboxes;
import java.util.Optional;

/** Summarizes the active fault rules, so that users recognize injected faults. */
final class FaultSummary {

    private static final int MAX_SANDBOXES = 100;

    private FaultSummary() {}

    /** @param requested the sandbox to summarize; empty for all sandboxes and the defaults */
    static ObjectNode of(Sandboxes sandboxes, Optional<Sandbox> requested) {
        if (requested.isPresent()) {
            return of(requested.get().faults().inForce());
        }
        ObjectNode json = Json.object();
        json.set("new_sandboxes", of(sandboxes.defaults().general().faults()));
        ArrayNode affected = json.putArray("sandboxes");
        sandboxes.all().stream()
                .filter(sandbox -> !sandbox.faults().isEmpty())
                .limit(MAX_SANDBOXES)
                .forEach(sandbox -> affected.add(of(sandbox.faults().inForce())
                        .put("sandbox", sandbox.key().masked())));
        return json;
    }

    static ObjectNode of(FaultSet set) {
        ObjectNode json = Json.object().put("weather", WeatherResource.current(set));
        set.rules().stream().map(FaultRule::name).forEach(json.putArray("rules")::add);
        return json;
    }
}
