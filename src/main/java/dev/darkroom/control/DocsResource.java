package dev.darkroom.control;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** The cookbook. */
@Path("/_darkroom/docs")
@Blocking
@Produces("text/markdown;charset=UTF-8")
public class DocsResource {

    @GET
    public byte[] index() {
        return Documents.read("docs/index.md");
    }

    @GET
    @Path("/{name}.md")
    public byte[] read(@PathParam("name") String name) {
        return Documents.find("docs/", name, ".md")
                .orElseThrow(
                        () -> ControlError.notFound("There is no page of this name. GET /_darkroom/docs lists them."));
    }
}
