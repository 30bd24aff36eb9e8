package dev.darkroom.wire.client;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import io.restassured.filter.Filter;

/** Validates responses against the hand-written OpenAPI documents. Requests are not checked. */
public final class Contract {

    public static final Filter AI_VIDEO_API = filterFor("aivideoapi");

    private Contract() {}

    public static Filter filterFor(String dialect) {
        return new OpenApiValidationFilter(OpenApiInteractionValidator.createFor("contract/" + dialect + ".yaml")
                .withLevelResolver(LevelResolver.create()
                        .withLevel("validation.request", Level.IGNORE)
                        .build())
                .build());
    }
}
