package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.Dialect;
import dev.darkroom.api.DialectProfile;
import dev.darkroom.api.Dialects;
import dev.darkroom.chaos.Operation;
import dev.darkroom.chaos.PromptTriggers;
import dev.darkroom.chaos.fault.FaultType;
import dev.darkroom.chaos.fault.FaultTypes;
import dev.darkroom.http.json.Json;
import dev.darkroom.sandbox.KeyTrigger;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Collection;

/** The names that rules and triggers can use, for programs that offer them. */
@Path("/_darkroom/vocabulary")
@ControlSecured
@NonBlocking
public class VocabularyResource {

    private final Dialects dialects;

    VocabularyResource(Dialects dialects) {
        this.dialects = dialects;
    }

    /** A prefix of a vendor's keys is not masked, although some are so long that they look like keys. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response read() {
        ObjectNode json = Json.object();
        ArrayNode dialectList = json.putArray("dialects");
        dialects.all().forEach(dialect -> dialectList.add(describe(dialect)));
        ArrayNode faults = json.putArray("faults");
        FaultTypes.ALL.forEach(type -> faults.add(describe(type)));
        ObjectNode triggers = json.putObject("triggers");
        addAll(PromptTriggers.TRIGGERS, triggers.putArray("prompt"));
        addAll(KeyTrigger.words(), triggers.putArray("key"));
        return Response.ok(new UnmaskedJson(Json.write(json)), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private static ObjectNode describe(Dialect dialect) {
        DialectProfile profile = dialect.profile();
        ObjectNode json = Json.object().put("name", profile.name()).put("label", profile.displayName());
        ArrayNode prefixes = json.putArray("key_prefixes");
        if (!profile.keyPrefix().isEmpty()) {
            prefixes.add(profile.keyPrefix());
        }
        addAll(dialect.ownKeyPrefixes(), prefixes);
        addAll(profile.errorCodes(), json.putArray("error_codes"));
        return json;
    }

    private static ObjectNode describe(FaultType type) {
        ObjectNode json = Json.object().put("name", type.name()).put("target", EnumNames.of(type.target()));
        ArrayNode operations = json.putArray("operations");
        Arrays.stream(Operation.values())
                .filter(type.target()::supports)
                .map(EnumNames::of)
                .forEach(operations::add);
        json.put("main", type.main().isEmpty() ? null : type.main());
        addAll(type.components(), json.putArray("components"));
        return json;
    }

    private static void addAll(Collection<String> texts, ArrayNode array) {
        texts.forEach(array::add);
    }
}
