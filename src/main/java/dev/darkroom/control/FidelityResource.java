package dev.darkroom.control;

import dev.darkroom.api.Dialects;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** The fidelity table of each dialect: its rules and their sources. */
@Path("/_darkroom/fidelity/{name}.md")
@Blocking
public class FidelityResource {

    private final Dialects dialects;

    FidelityResource(Dialects dialects) {
        this.dialects = dialects;
    }

    @GET
    @Produces("text/markdown;charset=UTF-8")
    public byte[] read(@PathParam("name") String name) {
        if (dialects.find(name).isEmpty()) {
            throw ControlException.notFound("There is no dialect with this name. GET /_darkroom lists the dialects.");
        }
        return Documents.read("fidelity/" + name + ".md");
    }
}
