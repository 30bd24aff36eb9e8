package dev.darkroom.control;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** The control API's OpenAPI document, at the usual path of Quarkus applications. */
@Path("/q/openapi")
@Blocking
public class OpenApiResource {

    @GET
    @Produces("application/yaml")
    public byte[] read() {
        return Documents.read(Documents.CONTROL_CONTRACT);
    }
}
