package dev.darkroom.dialect.getimg;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.http.json.Json;

/** The model in answers (providers/getimg.md §7): the form is the SDK's, the values are the page's (seeds/004). */
final class ModelJson {

    private ModelJson() {}

    /** In a list, in short. */
    static ObjectNode listed() {
        return Json.object()
                .put("id", Model.ID)
                .put("name", Model.NAME)
                .put("type", Model.TYPE)
                .put("created_at", Model.CREATED_AT);
    }

    static ObjectNode whole() {
        ObjectNode model = listed();
        ObjectNode pricing = model.putObject("pricing").put("currency", Dollars.CURRENCY);
        ArrayNode rates = pricing.putArray("rates");
        ArrayNode shapes = model.putArray("supported_aspect_ratios");
        Shapes.ALL.forEach(shape -> shapes.add(shape.wireName()));
        ArrayNode resolutions = model.putArray("supported_resolutions");
        for (Tier tier : Tier.values()) {
            rates.add(rate(tier));
            resolutions.add(tier.wireName());
        }
        model.putArray("supported_durations");
        model.putObject("supported_references").put(Model.REFERENCE_ROLE, Model.MAX_REFERENCES);
        return model.put("supports_sound", false);
    }

    /** The price is a text here, though it is a number in the usage of a generation. */
    private static ObjectNode rate(Tier tier) {
        return Json.object()
                .put("billable_unit", Model.BILLABLE_UNIT)
                .put("resolution", tier.wireName())
                .put("sound", "not_applicable")
                .put("unit_price", Dollars.text(tier.price()));
    }
}
