package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.darkroom.access.redaction.Redaction;
import dev.darkroom.api.CallbackMessage;
import dev.darkroom.api.CallbackRequests;
import dev.darkroom.api.Dialects;
import dev.darkroom.callback.Attempt;
import dev.darkroom.callback.CallbackView;
import dev.darkroom.http.json.Json;
import dev.darkroom.sandbox.Sandbox;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A callback with its request: what the last attempt sent or, before the first one, what the next will send. */
@Singleton
class CallbackRequestDescription {

    private final Dialects dialects;
    private final CallbackRequests requests;
    private final Redaction redaction;

    CallbackRequestDescription(Dialects dialects, CallbackRequests requests, Redaction redaction) {
        this.dialects = dialects;
        this.requests = requests;
        this.redaction = redaction;
    }

    ObjectNode of(CallbackView callback, Sandbox sandbox, Detail detail) {
        ObjectNode json = CallbackDescription.of(callback, sandbox, dialects);
        if (detail == Detail.FULL) {
            addRequest(callback, sandbox, json);
        }
        return json;
    }

    private void addRequest(CallbackView callback, Sandbox sandbox, ObjectNode json) {
        CallbackMessage message = requests.write(callback.latest());
        ObjectNode request = json.putObject("request");
        message.headers().forEach(request.putObject("headers")::put);
        String body = body(message, callback.latest(), sandbox);
        if (Json.isObject(body)) {
            request.putRawValue("body", new RawValue(body));
        } else {
            request.put("body", body);
        }
    }

    /** The end of a garbled body may have cut a secret in two, so it is masked here already. */
    private String body(CallbackMessage message, Attempt attempt, Sandbox sandbox) {
        byte[] body = attempt.isGarbled()
                ? redaction.with(Optional.of(sandbox.key())).beginning(message.body())
                : message.body();
        return new String(body, StandardCharsets.UTF_8);
    }
}
