package dev.darkroom.wire.client;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter.OpenApiValidationException;
import com.atlassian.oai.validator.restassured.RestAssuredResponse;
import io.restassured.filter.Filter;
import io.restassured.response.Response;
import java.util.Locale;

/** Checks every response against a vendor's OpenAPI document; the requests of a test may be invalid. */
public final class Contract {

    public static final Filter AI_VIDEO_API = filterFor("aivideoapi");

    private Contract() {}

    public static Filter filterFor(String dialect) {
        OpenApiInteractionValidator contract = OpenApiInteractionValidator.createFor("contract/" + dialect + ".yaml")
                .withLevelResolver(LevelResolver.create()
                        .withLevel("validation.request", Level.IGNORE)
                        .build())
                .build();
        return (request, specification, chain) -> {
            Response response = chain.next(request, specification);
            ValidationReport report = contract.validateResponse(
                    request.getDerivedPath(),
                    Method.valueOf(request.getMethod().toUpperCase(Locale.ROOT)),
                    RestAssuredResponse.of(response));
            if (report.hasErrors()) {
                throw new OpenApiValidationException(report);
            }
            return response;
        };
    }
}
