package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.chaos.Operation;
import dev.darkroom.dialect.Check;
import dev.darkroom.sandbox.KeyTrigger;
import dev.darkroom.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.List;

/** One create request on its way through the checks. */
final class Creation {

    private final Gate gate;
    private final GenerationRequestReader reader;
    private final Sandbox sandbox;
    private final String contentType;
    private final byte[] json;
    private final List<String> warnings = new ArrayList<>();
    private Fields body;
    private GenerationRequest request;

    Creation(Gate gate, GenerationRequestReader reader, Sandbox sandbox, String contentType, byte[] json) {
        this.gate = gate;
        this.reader = reader;
        this.sandbox = sandbox;
        this.contentType = contentType;
        this.json = json;
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

    /** What the request has that will not do what its author seems to expect, as far as it has been read. */
    List<String> warnings() {
        return warnings;
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
            throw ApiError.injected(ErrorCode.INTERNAL_ERROR, "internal in the key");
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
            warnings.addAll(reader.warnings(body));
        }
        return body;
    }
}
