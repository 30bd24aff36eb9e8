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
import dev.darkroom.field.ObjectValue;
import dev.darkroom.http.MalformedBodyException;
import dev.darkroom.http.MultipartFields;
import dev.darkroom.http.RequestBody;
import dev.darkroom.http.json.JsonObject;
import dev.darkroom.sandbox.KeyTrigger;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.task.TaskView;
import java.util.Optional;
import java.util.OptionalLong;

/** The checks of one create request. They read its body as late as the vendor's order of checks allows. */
final class SubmissionChecks implements OperationChecks {

    private static final RequestFault INTERNAL_ERROR = ErrorFault.of(CommonError.INTERNAL_ERROR.code(), false);

    private final RequestContext request;
    private final RequestReader reader;
    private final RequestBody sent;
    private FieldReader body;
    private ImageRequest imageRequest;
    private Optional<TaskView> existingTask;

    SubmissionChecks(RequestContext request, RequestReader reader, RequestBody sent) {
        this.request = request;
        this.reader = reader;
        this.sent = sent;
    }

    @Override
    public Operation operation() {
        return Operation.CREATE;
    }

    /** A body that cannot be parsed counts as a create request. {@link #checkBody} reports the error, maybe later. */
    @Override
    public Operation countsAs() {
        try {
            return existingTask().isPresent() ? Operation.POLL : Operation.CREATE;
        } catch (ApiException malformed) {
            return Operation.CREATE;
        }
    }

    /** A body that cannot be parsed counts as one unit, because {@link #checkBody} may report the error only later. */
    @Override
    public int rateUnits() {
        try {
            return reader.rateUnits(this::body);
        } catch (ApiException malformed) {
            return 1;
        }
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
        if (!request.dialect().hasModel(model)
                || sandbox.policy().inactiveModels().contains(model)) {
            throw request.dialect().errors().unknownModel(model);
        }
    }

    /** The request that {@link #checkBody} has read. */
    ImageRequest imageRequest() {
        return imageRequest;
    }

    /**
     * As {@link RequestReader#existingTask}, looked up on first use.
     *
     * @throws ApiException when the body is malformed
     */
    Optional<TaskView> existingTask() {
        if (existingTask == null) {
            existingTask = reader.existingTask(this::body, request.sandbox().orElseThrow());
        }
        return existingTask;
    }

    /** The fields of the body, parsed on first use. */
    FieldReader body() {
        if (body == null) {
            body = parse();
            request.warnAboutUnknownFields(reader.warnings(body));
            request.warn(reader.routingWarnings(request, body));
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
        try {
            return new FieldReader(fields(), request.dialect().errors()::ofField);
        } catch (MalformedBodyException e) {
            throw request.dialect().errors().malformedBody(e.getMessage());
        }
    }

    private ObjectValue fields() throws MalformedBodyException {
        if (sent instanceof RequestBody.Json json) {
            return new JsonObject(json.read());
        }
        if (sent instanceof RequestBody.Form form && reader.acceptsForms()) {
            return new MultipartFields(form.read());
        }
        String accepted = reader.acceptsForms() ? "'application/json' or 'multipart/form-data'" : "'application/json'";
        throw request.dialect().errors().malformedBody("The 'Content-Type' header must be " + accepted + ".");
    }
}
