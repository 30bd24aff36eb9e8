package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.chaos.FaultRule;
import dev.darkroom.chaos.FaultSet;
import dev.darkroom.http.json.Json;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Sandboxes;
import java.util.Optional;

/** Tells in short what goes wrong on purpose, so that nobody looks for its cause elsewhere. */
final class FaultsInForce {

    private static final int MAX_SANDBOXES = 100;

    private FaultsInForce() {}

    /** @param own the sandbox that somebody asks for; empty for all */
    static ObjectNode of(Sandboxes sandboxes, Optional<Sandbox> own) {
        if (own.isPresent()) {
            return of(own.get().faults().inForce());
        }
        ObjectNode json = Json.object();
        json.set("new_sandboxes", of(sandboxes.defaults().general().faults()));
        ArrayNode others = json.putArray("sandboxes");
        sandboxes.all().stream()
                .filter(sandbox -> !sandbox.faults().isEmpty())
                .limit(MAX_SANDBOXES)
                .forEach(sandbox -> others.add(of(sandbox.faults().inForce())
                        .put("sandbox", sandbox.key().masked())));
        return json;
    }

    static ObjectNode of(FaultSet set) {
        ObjectNode json = Json.object().put("weather", WeatherResource.now(set));
        set.rules().stream().map(FaultRule::name).forEach(json.putArray("rules")::add);
        return json;
    }
}
