package dev.darkroom.control;

import dev.darkroom.dialect.Dialects;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;

/** The OpenAPI document of each dialect. */
@Path("/_darkroom/contract/{dialect}.yaml")
@Blocking
public class ContractResource {

    private final Dialects dialects;

    ContractResource(Dialects dialects) {
        this.dialects = dialects;
    }

    @GET
    @Produces("application/yaml")
    public byte[] read(@PathParam("dialect") String name) throws IOException {
        String known = dialects.find(name)
                .orElseThrow(() -> ControlError.notFound("There is no such dialect."))
                .name();
        try (InputStream document =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("contract/" + known + ".yaml")) {
            return document.readAllBytes();
        }
    }
}
