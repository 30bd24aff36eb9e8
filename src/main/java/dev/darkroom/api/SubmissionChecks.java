package dev.darkroom.api;

import dev.darkroom.field.FieldReader;
import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.error.CommonError;
import dev.darkroom.api.fault.FaultInjector;
import dev.darkroom.chaos.InjectedFault;
import dev.darkroom.chaos.Operation;
import dev.darkroom.chaos.fault.ErrorFault;
import dev.darkroom.chaos.fault.RequestFault;
import dev.darkroom.http.ContentTypes;
import dev.darkroom.http.json.Json;
import dev.darkroom.http.json.JsonObject;
import dev.darkroom.http.json.Json.MalformedJson;
import dev.darkroom.sandbox.KeyTrigger;
import dev.darkroom.sandbox.Sandbox;
import java.util.Optional;

/** One create request on its way through the checks. */
final class SubmissionChecks {

    private static final RequestFault INTERNAL_ERROR =
            new ErrorFault(CommonError.INTERNAL_ERROR.code(), Optional.empty(), false);

    private final Dialect dialect;
    private final RequestReader reader;
    private final Sandbox sandbox;
    private final Sent sent;
    private final AccessChecks gate;
    private final FaultInjector injections;
    private FieldReader body;
    private ImageRequest request;

    /** What a client has sent. */
    record Sent(String contentType, byte[] json) {}

    SubmissionChecks(
            Dialect dialect,
            RequestReader reader,
            Sandbox sandbox,
            Sent sent,
            AccessChecks gate,
            FaultInjector injections) {
        this.dialect = dialect;
        this.reader = reader;
        this.sandbox = sandbox;
        this.sent = sent;
        this.gate = gate;
        this.injections = injections;
    }

    /**
     * Passes the checks in the vendor's order, as far as they can be passed before the ledger is asked.
     *
     * @throws ApiException for the first that it does not pass
     */
    ImageRequest pass() {
        dialect.checks().forEach(this::pass);
        return request;
    }

    private void pass(Check check) {
        switch (check) {
            case IP -> gate.checkAddress(dialect, sandbox);
            case RATE -> gate.checkRate(dialect, sandbox, Operation.CREATE);
            case FAULT -> checkFault();
            case BODY -> request = reader.read(body());
            case MODEL -> checkModel();
            case KEY, SPEND, BALANCE -> {
                // the key was needed to come here, and the ledger checks the others when it holds the price
            }
        }
    }

    private void checkFault() {
        if (sandbox.trigger().filter(t -> t == KeyTrigger.INTERNAL).isPresent()) {
            injections.plant(new InjectedFault<>("internal in the key", INTERNAL_ERROR));
        }
        injections.onCreate(sandbox, dialect.name(), () -> glance("model"), () -> glance("prompt"));
    }

    private Optional<String> glance(String field) {
        try {
            return reader.glance(body(), field);
        } catch (ApiException unreadable) {
            return Optional.empty();
        }
    }

    private void checkModel() {
        String model = reader.model(body());
        if (!dialect.models().contains(model)
                || sandbox.rules().inactiveModels().contains(model)) {
            throw dialect.errors().unknownModel(model);
        }
    }

    /** The body, which is read when somebody wants to know. */
    FieldReader body() {
        if (body == null) {
            body = parse();
            injections.call().warnAboutFields(reader.warnings(body));
        }
        return body;
    }

    private FieldReader parse() {
        if (!ContentTypes.isJson(sent.contentType())) {
            throw dialect.errors().malformedBody("The 'Content-Type' header must be 'application/json'.");
        }
        try {
            return new FieldReader(new JsonObject(Json.readObject(sent.json())), dialect.errors()::ofField);
        } catch (MalformedJson e) {
            throw dialect.errors().malformedBody(e.getMessage());
        }
    }
}
