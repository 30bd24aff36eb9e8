package dev.darkroom.dialect.getimg;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.http.json.Json;

/** The model in responses (providers/getimg.md §7), with the SDK's fields and the values of the page (seeds/004). */
final class ModelJson {

    private ModelJson() {}

    /** The short form in lists. */
    static ObjectNode listed() {
        return Json.object()
                .put("id", Model.ID)
                .put("name", Model.NAME)
                .put("type", Model.TYPE)
                .put("created_at", Model.CREATED_AT);
    }

    static ObjectNode detailed() {
        ObjectNode model = listed();
        ObjectNode pricing = model.putObject("pricing").put("currency", Dollars.CURRENCY);
        ArrayNode rates = pricing.putArray("rates");
        ArrayNode ratios = model.putArray("supported_aspect_ratios");
        Shapes.ALL.forEach(ratio -> ratios.add(ratio.wireName()));
        ArrayNode resolutions = model.putArray("supported_resolutions");
        for (Tier tier : Tier.values()) {
            rates.add(rate(tier));
            resolutions.add(tier.wireName());
        }
        model.putArray("supported_durations");
        model.putObject("supported_references").put(Model.REFERENCE_ROLE, Model.MAX_REFERENCES);
        return model.put("supports_sound", false);
    }

    /** The price is a string here, but a number in the usage of a generation. */
    private static ObjectNode rate(Tier tier) {
        return Json.object()
                .put("billable_unit", Model.BILLABLE_UNIT)
                .put("resolution", tier.wireName())
                .put("sound", "not_applicable")
                .put("unit_price", Dollars.text(tier.price()));
    }
}
