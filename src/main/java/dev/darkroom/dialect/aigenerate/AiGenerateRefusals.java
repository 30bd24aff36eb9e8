package dev.darkroom.dialect.aigenerate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.darkroom.access.KeyStatus;
import dev.darkroom.access.RateRule;
import dev.darkroom.chaos.Operation;
import dev.darkroom.dialect.ApiError;
import dev.darkroom.dialect.Call;
import dev.darkroom.dialect.DialectError;
import dev.darkroom.dialect.Injections;
import dev.darkroom.dialect.Json;
import dev.darkroom.dialect.Phrases;
import dev.darkroom.dialect.Refusals;
import dev.darkroom.dialect.RetryAfter;
import dev.darkroom.ledger.Refusal;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The words of the table (providers/aigenerate.md §5), and behind them what there is to say about this very request. */
@Singleton
class AiGenerateRefusals implements Refusals {

    private static final int OK = 200;
    private static final String HINT = " Send 'Authorization: Bearer sk-aig-...'.";

    private final AiGenerateConfig config;
    private final Envelope envelope;
    private final Injections injections;

    AiGenerateRefusals(AiGenerateConfig config, Envelope envelope, Injections injections) {
        this.config = config;
        this.envelope = envelope;
        this.injections = injections;
    }

    @Override
    public ApiError missingKey() {
        return invalidKey("The 'Authorization' header is missing." + HINT);
    }

    @Override
    public ApiError unreadableKey(String reason) {
        return invalidKey(reason + HINT);
    }

    @Override
    public ApiError invalidKey(String reason) {
        return of(ErrorCode.NOT_AUTHORISED, reason);
    }

    @Override
    public ApiError inactiveKey(KeyStatus status) {
        return invalidKey(Phrases.inactive(status));
    }

    @Override
    public ApiError addressNotAllowed(String address) {
        return of(ErrorCode.NOT_AUTHORISED, "Request IP " + address + " is not in the key's allow-list.");
    }

    @Override
    public ApiError tooManyRequests(Duration wait) {
        return throttled(wait, rule(injections.call()).orElse(AiGenerate.RATE));
    }

    @Override
    public ApiError tooManyAtOnce(int most) {
        return tooMuchToDo("At most " + most + " requests may wait at once.");
    }

    @Override
    public ApiError tooMuchToDo(String reason) {
        return of(ErrorCode.RATE_LIMITED, reason);
    }

    @Override
    public ApiError unreadableBody(String reason) {
        return of(ErrorCode.BAD_REQUEST, reason);
    }

    @Override
    public ApiError missingField(String field) {
        return invalid("'" + field + "' is required.");
    }

    @Override
    public ApiError invalidField(String field, String hint) {
        return invalid("'" + field + "' is invalid. " + hint);
    }

    ApiError invalid(String detail) {
        return of(ErrorCode.INVALID, detail);
    }

    @Override
    public ApiError unknownModel(String model) {
        return whole(ErrorCode.INVALID, "model is not supported: '" + Phrases.quoted(model) + "'");
    }

    @Override
    public ApiError unknownTask() {
        return whole(ErrorCode.NOT_FOUND, ErrorCode.NOT_FOUND.text());
    }

    @Override
    public ApiError insufficientCredits(Refusal.ShortOfCredits refusal) {
        return whole(ErrorCode.CREDITS_TOO_LOW, ErrorCode.CREDITS_TOO_LOW.text());
    }

    /** Nobody who waits a moment and tries again is let in, so this is no 429 (inferred). */
    @Override
    public ApiError overSpendLimit(Refusal.OverSpendLimit over) {
        return of(
                ErrorCode.CREDITS_TOO_LOW,
                "The key's spend cap (" + Phrases.window(over) + ") is " + over.limit() + " credits. "
                        + Phrases.roomAgain(over));
    }

    /** The status stays what it is, for no operation of the API has been asked; the code is one of the table's. */
    @Override
    public ApiError ofStatus(int status, String message) {
        byte[] body = envelope.error(ErrorCode.ofStatus(status), message, NullNode.instance);
        return new ApiError(new DialectError(status, Map.of(), body), message);
    }

    /** An error that nothing has led to but somebody who asked for it. */
    ApiError injected(ErrorCode code, Optional<Duration> retryAfter) {
        if (code == ErrorCode.RATE_LIMITED) {
            return throttled(retryAfter.orElse(Duration.ofSeconds(1)), AiGenerate.RATE);
        }
        return of(code, code.text(), RetryAfter.header(retryAfter, false), NullNode.instance);
    }

    private ApiError throttled(Duration wait, RateRule rule) {
        JsonNode data = Json.object()
                .put("retryAfter", RetryAfter.seconds(wait))
                .put("limit", rule.requests())
                .set(
                        "windowSeconds",
                        Json.number(BigDecimal.valueOf(rule.window().toMillis(), 3)));
        return of(ErrorCode.RATE_LIMITED, ErrorCode.RATE_LIMITED.text(), RetryAfter.header(wait), data);
    }

    /** The rule that a call has broken. */
    private static Optional<RateRule> rule(Call call) {
        boolean isCreate = call.operation().filter(Operation.CREATE::equals).isPresent();
        return call.sandbox()
                .flatMap(sandbox ->
                        isCreate ? sandbox.rules().creates() : sandbox.rules().polls());
    }

    private ApiError of(ErrorCode code, String detail) {
        return whole(code, code.text(detail));
    }

    private ApiError whole(ErrorCode code, String text) {
        return of(code, text, Map.of(), NullNode.instance);
    }

    private ApiError of(ErrorCode code, String text, Map<String, String> headers, JsonNode data) {
        boolean isHidden = config.alwaysOk() && code != ErrorCode.RATE_LIMITED;
        byte[] body = envelope.error(code, text, data);
        return new ApiError(new DialectError(isHidden ? OK : code.number(), headers, body), text);
    }
}
