package dev.darkroom.control;

import dev.darkroom.access.ApiKey;
import dev.darkroom.api.Dialects;
import dev.darkroom.http.json.Json;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.SandboxChange;
import dev.darkroom.sandbox.Sandboxes;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** The state of a sandbox; without a key, what new sandboxes start with. */
@Path("/_darkroom/sandbox")
@ControlSecured
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
public class SandboxResource {

    private final ControlScope callers;
    private final Sandboxes sandboxes;
    private final Dialects dialects;

    SandboxResource(ControlScope callers, Sandboxes sandboxes, Dialects dialects) {
        this.callers = callers;
        this.sandboxes = sandboxes;
        this.dialects = dialects;
    }

    @GET
    public byte[] read(@Context HttpHeaders headers) {
        return Json.write(callers.key(headers)
                .map(callers::sandbox)
                .map(SandboxDescription::of)
                .orElseGet(() -> SandboxDescription.of(sandboxes.defaults())));
    }

    /** Makes the sandbox if need be, so that its key is known from now on. */
    @PUT
    @Consumes(MediaType.WILDCARD)
    public byte[] change(@Context HttpHeaders headers, byte[] json) {
        Optional<ApiKey> key = callers.key(headers);
        SandboxChange change = SandboxChangeReader.read(json, dialects);
        if (key.isPresent()) {
            Sandbox sandbox = callers.madeSandbox(key.get());
            sandbox.change(change);
            return Json.write(SandboxDescription.of(sandbox));
        }
        if (change.seed().isPresent()) {
            throw ControlError.invalidField("seed", "Send a key along: 'darkroom.seed' is the seed of all sandboxes.");
        }
        sandboxes.changeDefaults(start -> start.with(change));
        return Json.write(SandboxDescription.of(sandboxes.defaults()));
    }

    /** Forgets the sandbox; without a key, undoes what was changed in the defaults. */
    @DELETE
    public byte[] reset(@Context HttpHeaders headers) {
        Optional<ApiKey> key = callers.key(headers);
        key.ifPresentOrElse(sandboxes::reset, sandboxes::resetDefaults);
        return Json.write(key.flatMap(callers::authenticate)
                .map(SandboxDescription::of)
                .orElseGet(() -> SandboxDescription.of(sandboxes.defaults())));
    }
}
