package dev.darkroom.control;

import dev.darkroom.api.Dialects;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** The rules of each dialect, with their sources. */
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
            throw ControlError.notFound("There is no dialect of this name. GET /_darkroom tells which there are.");
        }
        return Documents.read("fidelity/" + name + ".md");
    }
}
