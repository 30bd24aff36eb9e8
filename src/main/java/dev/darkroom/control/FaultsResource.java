package dev.darkroom.control;

import dev.darkroom.access.ApiKey;
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

/** What goes wrong on purpose: the rules of a sandbox, and without a key those that new sandboxes start with. */
@Path("/_darkroom/faults")
@ControlSecured
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class FaultsResource {

    private final ControlScope callers;
    private final Sandboxes sandboxes;
    private final RuleBodies bodies;

    FaultsResource(ControlScope callers, Sandboxes sandboxes, RuleBodies bodies) {
        this.callers = callers;
        this.sandboxes = sandboxes;
        this.bodies = bodies;
    }

    @GET
    public byte[] read(@Context HttpHeaders headers) {
        return describe(faults(headers));
    }

    /** Puts these rules in force, and no others. */
    @POST
    public byte[] replace(@Context HttpHeaders headers, byte[] json) {
        return change(headers, FaultSet.of(bodies.read(json, List.of())));
    }

    /** Puts these in force, too, behind those that are; how often those have struck is not forgotten. */
    @PATCH
    public byte[] append(@Context HttpHeaders headers, byte[] json) {
        Optional<SandboxFaults> faults = faults(headers);
        FaultSet present = faults.map(SandboxFaults::set)
                .orElseGet(() -> sandboxes.defaults().general().faults());
        List<FaultRule> added = bodies.read(json, present.rules());
        if (faults.isEmpty()) {
            return change(headers, present.plus(added));
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
        faults.ifPresentOrElse(own -> own.replace(set), () -> sandboxes.changeDefaults(start -> start.withFaults(set)));
        return describe(faults);
    }

    private byte[] describe(Optional<SandboxFaults> faults) {
        return Json.write(faults.map(RuleDescription::of)
                .orElseGet(
                        () -> RuleDescription.of(sandboxes.defaults().general().faults())));
    }

    private Optional<SandboxFaults> faults(HttpHeaders headers) {
        Optional<ApiKey> key = callers.key(headers);
        return key.map(k -> callers.sandbox(k).faults());
    }
}
