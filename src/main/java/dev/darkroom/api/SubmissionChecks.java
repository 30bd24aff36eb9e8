package dev.darkroom.api;

import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.error.CommonError;
import dev.darkroom.api.fault.FaultInjector;
import dev.darkroom.chaos.FaultContext;
import dev.darkroom.chaos.InjectedFault;
import dev.darkroom.chaos.Operation;
import dev.darkroom.chaos.fault.ErrorFault;
import dev.darkroom.chaos.fault.RequestFault;
import dev.darkroom.field.FieldReader;
import dev.darkroom.http.ContentTypes;
import dev.darkroom.http.json.Json;
import dev.darkroom.http.json.Json.MalformedJson;
import dev.darkroom.http.json.JsonObject;
import dev.darkroom.sandbox.KeyTrigger;
import dev.darkroom.sandbox.Sandbox;
import java.util.Optional;
import java.util.OptionalLong;

/** The checks of one create request. They read its body as late as the vendor's order of checks allows. */
final class SubmissionChecks implements OperationChecks {

    private static final RequestFault INTERNAL_ERROR =
            new ErrorFault(CommonError.INTERNAL_ERROR.code(), Optional.empty(), false);

    private final RequestContext request;
    private final RequestReader reader;
    private final byte[] json;
    private FieldReader body;
    private ImageRequest imageRequest;

    SubmissionChecks(RequestContext request, RequestReader reader, byte[] json) {
        this.request = request;
        this.reader = reader;
        this.json = json;
    }

    @Override
    public Operation operation() {
        return Operation.CREATE;
    }

    /** The trigger in the key comes before all rules. */
    @Override
    public void checkFault() {
        Sandbox sandbox = request.sandbox().orElseThrow();
        if (sandbox.trigger().filter(t -> t == KeyTrigger.INTERNAL).isPresent()) {
            FaultInjector.inject(request, new InjectedFault<>("internal in the key", INTERNAL_ERROR));
        }
        OperationChecks.super.checkFault();
    }

    @Override
    public RequestContext request() {
        return request;
    }

    @Override
    public FaultContext faultContext() {
        return new FaultContext(
                operation(),
                request.dialect().name(),
                () -> peek("model"),
                () -> peek("prompt"),
                Optional.empty(),
                OptionalLong.empty());
    }

    @Override
    public void checkBody() {
        imageRequest = reader.read(body());
    }

    @Override
    public void checkModel() {
        String model = reader.model(body());
        Sandbox sandbox = request.sandbox().orElseThrow();
        if (!request.dialect().profile().models().contains(model)
                || sandbox.policy().inactiveModels().contains(model)) {
            throw request.dialect().errors().unknownModel(model);
        }
    }

    /** The request that {@link #checkBody} has read. */
    ImageRequest imageRequest() {
        return imageRequest;
    }

    /** The fields of the body, parsed on first use. */
    FieldReader body() {
        if (body == null) {
            body = parse();
            request.warnAboutFields(reader.warnings(body));
        }
        return body;
    }

    private Optional<String> peek(String field) {
        try {
            return reader.peek(body(), field);
        } catch (ApiException malformed) {
            return Optional.empty();
        }
    }

    private FieldReader parse() {
        Dialect dialect = request.dialect();
        if (!ContentTypes.isJson(request.contentType())) {
            throw dialect.errors().malformedBody("The 'Content-Type' header must be 'application/json'.");
        }
        try {
            return new FieldReader(new JsonObject(Json.readObject(json)), dialect.errors()::ofField);
        } catch (MalformedJson e) {
            throw dialect.errors().malformedBody(e.getMessage());
        }
    }
}
