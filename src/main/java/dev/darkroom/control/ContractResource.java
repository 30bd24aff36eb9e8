package dev.darkroom.control;

import dev.darkroom.api.Dialects;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** The OpenAPI documents of the dialects and of the control API. */
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
        if (name.equals("control")) {
            return Documents.read(Documents.CONTROL_CONTRACT);
        }
        if (dialects.find(name).isEmpty()) {
            throw ControlException.notFound("There is no contract with this name. GET /_darkroom lists the contracts.");
        }
        return Documents.read("contract/" + name + ".yaml");
    }
}
