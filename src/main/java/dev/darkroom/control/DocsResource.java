package dev.darkroom.control;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** The pages of the cookbook. */
@Path("/_darkroom/docs")
@Blocking
public class DocsResource {

    private static final String MARKDOWN = "text/markdown;charset=UTF-8";

    @GET
    public Response index() {
        return Response.ok(Documents.read("docs/index.md"), MARKDOWN).build();
    }

    @GET
    @Path("/{name}.md")
    public Response read(@PathParam("name") String name) {
        return Documents.find("docs/", name, ".md")
                .map(page -> Response.ok(page, MARKDOWN).build())
                .orElseThrow(() -> ControlException.notFound(
                        "There is no page with this name. GET /_darkroom/docs lists the pages."));
    }
}
