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

/** Weathers: named lists of fault rules. Setting a weather replaces all rules of the sandbox. */
@Path("/_darkroom/weather")
@ControlSecured
@Blocking
public class WeatherResource {

    private static final List<String> FIELDS = List.of("ttl");

    private final ControlScope scope;
    private final Sandboxes sandboxes;
    private final RuleBodyReader ruleReader;

    WeatherResource(ControlScope scope, Sandboxes sandboxes, RuleBodyReader ruleReader) {
        this.scope = scope;
        this.sandboxes = sandboxes;
        this.ruleReader = ruleReader;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] list(@Context HttpHeaders headers) {
        FaultSet set = scope.key(headers)
                .map(key -> scope.sandbox(key).faults().inForce())
                .orElseGet(() -> sandboxes.defaults().general().faults());
        ObjectNode json = Json.object().put("now", current(set));
        ArrayNode weathers = json.putArray("weather");
        RuleFile.WEATHERS.forEach(name -> weathers.addObject()
                .put("name", name)
                .put("description", file(name).description()));
        return Json.write(json);
    }

    /** The rule file, including its comments. */
    @GET
    @Path("/{name}")
    @Produces("application/yaml")
    public byte[] read(@PathParam("name") String name) {
        file(name);
        return Documents.read("weather/" + name + ".yaml");
    }

    /** The body is optional. Its field {@code ttl} is the time after which the weather ends. */
    @PUT
    @Path("/{name}")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] set(@Context HttpHeaders headers, @PathParam("name") String name, byte[] json) {
        Optional<ApiKey> key = scope.key(headers);
        ControlBody body = ControlBody.readOptional(json, FIELDS);
        Optional<Duration> ttl = body.isNull("ttl") ? Optional.empty() : Optional.of(body.window("ttl"));
        List<FaultRule> rules = file(name).rules().stream()
                .map(rule -> ttl.map(rule::endingAfter).orElse(rule))
                .toList();
        FaultSet set = new FaultSet(rules, Optional.of(name));
        if (key.isEmpty()) {
            sandboxes.changeDefaults(defaults -> defaults.withFaults(set));
            return Json.write(RuleDescription.of(set));
        }
        Sandbox sandbox = scope.sandbox(key.get());
        sandbox.faults().replace(set);
        return Json.write(RuleDescription.of(sandbox.faults()));
    }

    private RuleFile file(String name) {
        return ruleReader
                .weather(name)
                .orElseThrow(() -> ControlException.notFound("There is no weather with this name. Use one of: "
                        + String.join(", ", RuleFile.WEATHERS) + "."));
    }

    /** The name of the current weather: {@code clear} if there are no rules, null if the rules are not a weather. */
    static String current(FaultSet set) {
        return set.rules().isEmpty() ? "clear" : set.weather().orElse(null);
    }
}
