package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.Dialect;
import dev.darkroom.api.Dialects;
import dev.darkroom.http.PublicUrl;
import dev.darkroom.http.json.Json;
import dev.darkroom.sandbox.Sandboxes;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Describes this server: its version, dialects, active faults and links. */
@Path("/_darkroom")
@ControlSecured
@NonBlocking
public class IndexResource {

    private static final String[] PATHS = {
        "sandbox",
        "sandboxes",
        "events",
        "ledger",
        "clock",
        "tasks",
        "faults",
        "weather",
        "journal",
        "report",
        "callbacks",
        "inbox/{name}",
        "docs"
    };

    private final Dialects dialects;
    private final Sandboxes sandboxes;
    private final ControlScope scope;
    private final PublicUrl publicUrl;
    private final String version;

    IndexResource(
            Dialects dialects,
            Sandboxes sandboxes,
            ControlScope scope,
            PublicUrl publicUrl,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.dialects = dialects;
        this.sandboxes = sandboxes;
        this.scope = scope;
        this.publicUrl = publicUrl;
        this.version = version;
    }

    /** With a key, describes the faults of the key's sandbox only. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] read(@Context RoutingContext exchange, @Context HttpHeaders headers) {
        String base = publicUrl.serverUrl(exchange);
        ObjectNode index =
                Json.object().put("name", "Darkroom").put("version", version).put("seed", sandboxes.seed());
        ArrayNode dialectList = index.putArray("dialects");
        dialects.all().forEach(dialect -> dialectList.add(describe(dialect, base)));
        index.set("faults", FaultSummary.of(sandboxes, scope.key(headers).flatMap(scope::authenticate)));
        ObjectNode links = index.putObject("links");
        for (String path : PATHS) {
            links.put(path.replace("/{name}", ""), base + "/_darkroom/" + path);
        }
        links.put("console", base + "/_darkroom/console/")
                .put("contract", base + "/_darkroom/contract/control.yaml")
                .put("ready", base + "/q/health/ready")
                .put("metrics", base + "/q/metrics")
                .put("swagger_ui", base + "/q/swagger-ui");
        return Json.write(index);
    }

    private static ObjectNode describe(Dialect dialect, String base) {
        ObjectNode json = Json.object().put("name", dialect.name()).put("base_url", base + "/" + dialect.name());
        dialect.creditPrice().ifPresent(price -> json.put("credit_price_usd", price));
        dialect.profile().hosts().stream().sorted().forEach(json.putArray("hosts")::add);
        return json.put("contract", base + "/_darkroom/contract/" + dialect.name() + ".yaml")
                .put("fidelity", base + "/_darkroom/fidelity/" + dialect.name() + ".md");
    }
}
