package dev.darkroom.control;

import dev.darkroom.chaos.FaultRule;
import dev.darkroom.chaos.FaultSet;
import dev.darkroom.http.json.Json;
import dev.darkroom.sandbox.SandboxFaults;
import dev.darkroom.sandbox.Sandboxes;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;

/** The fault rules of a sandbox; without a key, those of new sandboxes. */
@Path("/_darkroom/faults")
@ControlSecured
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class FaultsResource {

    private final ControlScope scope;
    private final Sandboxes sandboxes;
    private final RuleBodyReader rules;

    FaultsResource(ControlScope scope, Sandboxes sandboxes, RuleBodyReader rules) {
        this.scope = scope;
        this.sandboxes = sandboxes;
        this.rules = rules;
    }

    @GET
    public byte[] read(@Context HttpHeaders headers) {
        return describe(faults(headers));
    }

    /** Replaces all rules. */
    @POST
    public byte[] replace(@Context HttpHeaders headers, byte[] json) {
        return change(headers, FaultSet.of(rules.read(json, List.of())));
    }

    /** Appends rules to the active ones, which keep their counts. */
    @PATCH
    public byte[] append(@Context HttpHeaders headers, byte[] json) {
        Optional<SandboxFaults> faults = faults(headers);
        FaultSet current = faults.map(SandboxFaults::set)
                .orElseGet(() -> sandboxes.defaults().general().faults());
        List<FaultRule> added = rules.read(json, current.rules());
        if (faults.isEmpty()) {
            return change(headers, current.plus(added));
        }
        faults.get().append(added);
        return describe(faults);
    }

    @DELETE
    public byte[] clear(@Context HttpHeaders headers) {
        return change(headers, FaultSet.NONE);
    }

    private byte[] change(HttpHeaders headers, FaultSet set) {
        Optional<SandboxFaults> faults = faults(headers);
        faults.ifPresentOrElse(
                active -> active.replace(set), () -> sandboxes.changeDefaults(defaults -> defaults.withFaults(set)));
        return describe(faults);
    }

    private byte[] describe(Optional<SandboxFaults> faults) {
        return Json.write(faults.map(RuleDescription::of)
                .orElseGet(
                        () -> RuleDescription.of(sandboxes.defaults().general().faults())));
    }

    private Optional<SandboxFaults> faults(HttpHeaders headers) {
        return scope.key(headers).map(key -> scope.sandbox(key).faults());
    }
}
