package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.access.ApiKey;
import dev.darkroom.chaos.FaultRule;
import dev.darkroom.chaos.FaultSet;
import dev.darkroom.chaos.RuleFile;
import dev.darkroom.http.json.Json;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Sandboxes;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Rules under a name. To put one on is to put its rules in force, and no others. */
@Path("/_darkroom/weather")
@ControlSecured
@Blocking
public class WeatherResource {

    private static final List<String> FIELDS = List.of("ttl");

    private final ControlScope callers;
    private final Sandboxes sandboxes;
    private final RuleBodies bodies;

    WeatherResource(ControlScope callers, Sandboxes sandboxes, RuleBodies bodies) {
        this.callers = callers;
        this.sandboxes = sandboxes;
        this.bodies = bodies;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] list(@Context HttpHeaders headers) {
        FaultSet set = callers.key(headers)
                .map(key -> callers.sandbox(key).faults().inForce())
                .orElseGet(() -> sandboxes.defaults().general().faults());
        ObjectNode json = Json.object().put("now", now(set));
        ArrayNode all = json.putArray("weather");
        RuleFile.WEATHERS.forEach(name ->
                all.addObject().put("name", name).put("description", page(name).description()));
        return Json.write(json);
    }

    /** The page as it is written, remarks included. */
    @GET
    @Path("/{name}")
    @Produces("application/yaml")
    public byte[] read(@PathParam("name") String name) {
        page(name);
        return Documents.read("weather/" + name + ".yaml");
    }

    /** The body may have a {@code ttl}, after which the weather is over; it may be empty. */
    @PUT
    @Path("/{name}")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] putOn(@Context HttpHeaders headers, @PathParam("name") String name, byte[] json) {
        Optional<ApiKey> key = callers.key(headers);
        ControlBody body = ControlBody.readOptional(json, FIELDS);
        Optional<Duration> ttl = body.isNull("ttl") ? Optional.empty() : Optional.of(body.window("ttl"));
        List<FaultRule> rules = page(name).rules().stream()
                .map(rule -> ttl.map(rule::endingAfter).orElse(rule))
                .toList();
        FaultSet set = new FaultSet(rules, Optional.of(name));
        if (key.isEmpty()) {
            sandboxes.changeDefaults(start -> start.withFaults(set));
            return Json.write(RuleDescription.of(set));
        }
        Sandbox sandbox = callers.sandbox(key.get());
        sandbox.faults().replace(set);
        return Json.write(RuleDescription.of(sandbox.faults()));
    }

    private RuleFile page(String name) {
        return bodies.weather(name)
                .orElseThrow(() -> ControlError.notFound(
                        "There is no weather of this name. Use one of: " + String.join(", ", RuleFile.WEATHERS) + "."));
    }

    /** Null when there are rules, and no weather among them. */
    static String now(FaultSet set) {
        return set.rules().isEmpty() ? "clear" : set.weather().orElse(null);
    }
}
