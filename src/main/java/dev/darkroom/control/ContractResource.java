package dev.darkroom.control;

import dev.darkroom.api.Dialects;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The OpenAPI documents of the dialects and of the control API. */
@Path("/_darkroom/contract")
@Blocking
public class ContractResource {

    private final Dialects dialects;

    /** The documents that were requested as JSON, by name. Only existing documents are kept, so it is bounded. */
    private final Map<String, byte[]> converted = new ConcurrentHashMap<>();

    ContractResource(Dialects dialects) {
        this.dialects = dialects;
    }

    @GET
    @Path("/{name}.yaml")
    @Produces("application/yaml")
    public byte[] read(@PathParam("name") String name) {
        return Documents.read(path(name));
    }

    /** The same document for programs that cannot read YAML, such as web pages. */
    @GET
    @Path("/{name}.json")
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] readJson(@PathParam("name") String name) {
        String path = path(name);
        return converted.computeIfAbsent(name, missing -> YamlDocument.toJson(Documents.read(path)));
    }

    private String path(String name) {
        if (name.equals("control")) {
            return Documents.CONTROL_CONTRACT;
        }
        if (dialects.find(name).isEmpty()) {
            throw ControlException.notFound("There is no contract with this name. GET /_darkroom lists the contracts.");
        }
        return "contract/" + name + ".yaml";
    }
}
