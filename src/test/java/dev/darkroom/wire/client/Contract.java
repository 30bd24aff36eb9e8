package dev.darkroom.wire.client;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import io.restassured.filter.Filter;

/** Holds every answer against the hand-written document; the requests of a test may be as wrong as they like. */
public final class Contract {

    public static final Filter ANSWERS = answersOf("aivideoapi");

    private Contract() {}

    public static Filter answersOf(String dialect) {
        return new OpenApiValidationFilter(OpenApiInteractionValidator.createFor("contract/" + dialect + ".yaml")
                .withLevelResolver(LevelResolver.create()
                        .withLevel("validation.request", Level.IGNORE)
                        .build())
                .build());
    }
}
