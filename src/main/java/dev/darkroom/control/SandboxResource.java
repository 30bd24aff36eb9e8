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

/** The state of a sandbox; without a key, the defaults of new sandboxes. */
@Path("/_darkroom/sandbox")
@ControlSecured
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
public class SandboxResource {

    private final ControlScope scope;
    private final Sandboxes sandboxes;
    private final Dialects dialects;

    SandboxResource(ControlScope scope, Sandboxes sandboxes, Dialects dialects) {
        this.scope = scope;
        this.sandboxes = sandboxes;
        this.dialects = dialects;
    }

    @GET
    public byte[] read(@Context HttpHeaders headers) {
        return Json.write(scope.key(headers)
                .map(scope::sandbox)
                .map(SandboxDescription::of)
                .orElseGet(() -> SandboxDescription.of(sandboxes.defaults())));
    }

    /** Changes the sandbox, and creates it if it does not exist, so that its key is valid from now on. */
    @PUT
    @Consumes(MediaType.WILDCARD)
    public byte[] change(@Context HttpHeaders headers, byte[] json) {
        Optional<ApiKey> key = scope.key(headers);
        SandboxChange change = SandboxChangeReader.read(json, dialects);
        if (key.isPresent()) {
            Sandbox sandbox = scope.getOrCreate(key.get());
            sandbox.change(change);
            return Json.write(SandboxDescription.of(sandbox));
        }
        if (change.seed().isPresent()) {
            throw ControlException.invalidField(
                    "seed", "Send a key to set its sandbox's seed. 'darkroom.seed' sets the seed of all sandboxes.");
        }
        sandboxes.changeDefaults(defaults -> defaults.with(change));
        return Json.write(SandboxDescription.of(sandboxes.defaults()));
    }

    /** Removes the sandbox; without a key, restores the configured defaults. */
    @DELETE
    public byte[] reset(@Context HttpHeaders headers) {
        Optional<ApiKey> key = scope.key(headers);
        key.ifPresentOrElse(sandboxes::reset, sandboxes::resetDefaults);
        return Json.write(key.flatMap(scope::authenticate)
                .map(SandboxDescription::of)
                .orElseGet(() -> SandboxDescription.of(sandboxes.defaults())));
    }
}
