package dev.darkroom.control;

import dev.darkroom.dialect.Dialects;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** The OpenAPI document of each dialect, and of the control API. */
@Path("/_darkroom/contract/{name}.yaml")
@Blocking
public class ContractResource {

    private final Dialects dialects;

    ContractResource(Dialects dialects) {
        this.dialects = dialects;
    }

    @GET
    @Produces("application/yaml")
    public byte[] read(@PathParam("name") String name) {
        boolean known = name.equals(Contracts.CONTROL) || dialects.find(name).isPresent();
        if (!known) {
            throw ControlError.notFound("There is no dialect of this name.");
        }
        return Contracts.read(name);
    }
}
