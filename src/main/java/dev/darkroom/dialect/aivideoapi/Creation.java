package dev.darkroom.dialect.aivideoapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.chaos.Operation;
import dev.darkroom.chaos.Planted;
import dev.darkroom.chaos.fault.ErrorAnswer;
import dev.darkroom.chaos.fault.RequestFault;
import dev.darkroom.dialect.Check;
import dev.darkroom.dialect.Injections;
import dev.darkroom.sandbox.KeyTrigger;
import dev.darkroom.sandbox.Sandbox;
import java.util.List;
import java.util.Optional;

/** One create request on its way through the checks. */
final class Creation {

    private static final RequestFault INTERNAL_ERROR =
            new ErrorAnswer(ErrorCode.INTERNAL_ERROR.code(), Optional.empty(), false);

    private final Gate gate;
    private final GenerationRequestReader reader;
    private final Sandbox sandbox;
    private final String contentType;
    private final byte[] json;
    private final Injections injections;
    private Fields body;
    private GenerationRequest request;

    Creation(
            Gate gate,
            GenerationRequestReader reader,
            Sandbox sandbox,
            String contentType,
            byte[] json,
            Injections injections) {
        this.gate = gate;
        this.reader = reader;
        this.sandbox = sandbox;
        this.contentType = contentType;
        this.json = json;
        this.injections = injections;
    }

    /**
     * Passes the checks in this order, as far as they can be passed before the ledger is asked.
     *
     * @throws ApiError for the first that it does not pass
     */
    GenerationRequest pass(List<Check> checks) {
        checks.forEach(this::pass);
        return request;
    }

    private void pass(Check check) {
        switch (check) {
            case IP -> gate.checkAddress(sandbox);
            case RATE -> gate.checkRate(sandbox, Operation.CREATE);
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
            injections.plant(new Planted<>("internal in the key", INTERNAL_ERROR));
        }
        injections.onCreate(sandbox, AiVideoApi.NAME, () -> glance("model"), () -> glance("prompt"));
    }

    /** What the body has under a name, here or in its input, if it can be read at all. */
    private Optional<String> glance(String name) {
        try {
            JsonNode whole = body().object();
            JsonNode field = whole.path("input").path(name).isMissingNode()
                    ? whole.path(name)
                    : whole.path("input").path(name);
            return Optional.ofNullable(field.textValue());
        } catch (ApiError unreadable) {
            return Optional.empty();
        }
    }

    private void checkModel() {
        String model = reader.model(body());
        if (!model.equals(GenerationRequestReader.MODEL)
                || sandbox.rules().inactiveModels().contains(model)) {
            throw ApiError.modelNotFound(model);
        }
    }

    private Fields body() {
        if (body == null) {
            body = reader.parse(contentType, json);
            injections.call().warnOfFields(reader.warnings(body));
        }
        return body;
    }
}
