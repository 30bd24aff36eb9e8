package dev.darkroom.api;

import dev.darkroom.api.fault.BodyCorruption;
import dev.darkroom.callback.Attempt;
import dev.darkroom.chaos.InjectedFault;
import dev.darkroom.http.DarkroomHeaders;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Writes what an attempt to deliver a callback sends: the vendor's message, Darkroom's own headers, and its fault. */
public final class CallbackRequests {

    private final Dialects dialects;
    private final Optional<String> secret;

    /** @param secret signs all callbacks; empty for no signature */
    public CallbackRequests(Dialects dialects, Optional<String> secret) {
        this.dialects = dialects;
        this.secret = secret;
    }

    /** The result is the same for the same attempt. */
    public CallbackMessage write(Attempt attempt) {
        CallbackMessage message = dialects.named(attempt.task().spec().dialect())
                .callbackFormat()
                .orElseThrow()
                .write(attempt);
        Map<String, String> headers = new HashMap<>(message.headers());
        secret.ifPresent(
                key -> headers.put(CallbackSignature.HEADER, CallbackSignature.of(message.body(), attempt.at(), key)));
        attempt.fault()
                .map(InjectedFault::name)
                .or(attempt.task()::fault)
                .ifPresent(fault -> headers.put(DarkroomHeaders.FAULT, fault));
        return new CallbackMessage(
                headers, attempt.isGarbled() ? BodyCorruption.truncate(message.body()) : message.body());
    }
}
