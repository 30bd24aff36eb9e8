package dev.darkroom.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.access.ApiKey;
import dev.darkroom.access.RateRule;
import dev.darkroom.api.Check;
import dev.darkroom.api.Dialect;
import dev.darkroom.api.DialectProfile.Capability;
import dev.darkroom.api.Dialects;
import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.error.CommonError;
import dev.darkroom.api.error.ErrorResponse;
import dev.darkroom.api.error.ThrottledRequest;
import dev.darkroom.field.FieldError;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What the shared code demands of every dialect. A new dialect takes part as soon as it is a bean. */
@QuarkusTest
@Isolated
@TestProfile(SampleVendorProfile.class)
class DialectContractTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final List<FieldError> FIELD_ERRORS = List.of(
            new FieldError.Missing(),
            new FieldError.WrongType("a string"),
            new FieldError.Below(1, "a whole number from 1 to 10"),
            new FieldError.Above(10, "a whole number from 1 to 10"),
            new FieldError.NotOneOf("x", List.of("a", "b")),
            new FieldError.Unknown(List.of("a")),
            new FieldError.Empty(),
            new FieldError.TooLong(11, 10),
            new FieldError.TooMany(17, 16),
            new FieldError.Malformed("It must be a URL."));

    @Inject
    Dialects dialects;

    @Test
    void hasNamesAndHostsOfItsOwn() {
        assertThat(dialects.all().stream().map(Dialect::name))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9]+"));
        assertThat(dialects.all().stream().flatMap(dialect -> dialect.profile().hosts().stream()))
                .doesNotHaveDuplicates();
    }

    @Test
    void checksRequestsInPossibleOrder() {
        for (Dialect dialect : dialects.all()) {
            assertThat(Check.isValidOrder(dialect.profile().checks()))
                    .as(dialect.name())
                    .isTrue();
        }
    }

    @Test
    void acceptsItsOwnKeysOnly() {
        for (Dialect dialect : dialects.all()) {
            String prefix = dialect.profile().keyPrefix();
            String suffix = "abc".repeat(12);
            assertThat(dialect.keyError(key(prefix + suffix)))
                    .as(dialect.name())
                    .isEmpty();
            assertThat(dialect.keyError(key(prefix.isEmpty() ? "abc" : prefix)))
                    .as(dialect.name())
                    .isNotEmpty();
            boolean isForeign = dialect.keyError(key("?" + prefix + suffix)).isPresent();
            assertThat(isForeign).as(dialect.name()).isEqualTo(!prefix.isEmpty());
        }
    }

    @Test
    void startsWithValidSettings() {
        for (Dialect dialect : dialects.all()) {
            assertThat(dialect.settingErrors()).as(dialect.name()).isEmpty();
        }
    }

    @Test
    void hasCallbackFormatIfItsApiHasCallbacks() {
        for (Dialect dialect : dialects.all()) {
            assertThat(dialect.callbackFormat().isPresent())
                    .as(dialect.name())
                    .isEqualTo(dialect.profile().can(Capability.CALLBACKS));
        }
    }

    @Test
    void hasResponseForEachErrorCode() {
        for (Dialect dialect : dialects.all()) {
            assertThat(dialect.profile().errorCodes())
                    .as(dialect.name())
                    .doesNotHaveDuplicates()
                    .containsAll(CommonError.codes())
                    .contains(dialect.profile().outageCode());
            for (String code : dialect.profile().errorCodes()) {
                assertIsError(dialect, code, dialect.error(code, Optional.empty()));
                assertIsError(dialect, code, dialect.error(code, Optional.of(Duration.ofSeconds(7))));
            }
        }
    }

    @Test
    void hasFailureForCommonErrors() {
        for (Dialect dialect : dialects.all()) {
            assertThat(dialect.failure(Optional.empty(), Optional.empty()))
                    .as(dialect.name())
                    .isNotEmpty();
            assertThat(dialect.failure(Optional.of(CommonError.UPSTREAM_ERROR.code()), Optional.of("The text")))
                    .as(dialect.name())
                    .hasValueSatisfying(failure -> assertThat(failure.message()).isEqualTo("The text"));
        }
    }

    @Test
    void wordsEachFieldError() {
        for (Dialect dialect : dialects.all()) {
            for (FieldError error : FIELD_ERRORS) {
                ApiException exception = dialect.errors().ofField("field", error);
                assertIsError(dialect, error.toString(), exception.response());
                assertThat(exception.getMessage())
                        .as("%s: %s", dialect.name(), error)
                        .contains("field");
            }
        }
    }

    /** The list above names every kind of field error. */
    @Test
    void knowsEachKindOfFieldError() {
        assertThat(FIELD_ERRORS.stream().<Class<?>>map(FieldError::getClass))
                .containsExactlyInAnyOrder(FieldError.class.getPermittedSubclasses());
    }

    @Test
    void hasResponseForEachReasonToReject() {
        ThrottledRequest throttled =
                new ThrottledRequest(new RateRule(1, Duration.ofSeconds(10)), Duration.ofSeconds(7));
        for (Dialect dialect : dialects.all()) {
            Stream.of(
                            dialect.errors().missingKey("hint"),
                            dialect.errors().malformedKey("reason", "hint"),
                            dialect.errors().invalidKey("reason"),
                            dialect.errors().addressNotAllowed("192.0.2.1"),
                            dialect.errors().tooManyRequests(throttled),
                            dialect.errors().tooManyConcurrent(3),
                            dialect.errors().overloaded("reason"),
                            dialect.errors().malformedBody("reason"),
                            dialect.errors().unknownModel("model"),
                            dialect.errors().unknownTask(),
                            dialect.errors().forStatus(503, "message"))
                    .forEach(error -> assertIsError(dialect, error.getMessage(), error.response()));
        }
    }

    private static ApiKey key(String value) {
        return ApiKey.parse(value).orElseThrow();
    }

    private static void assertIsError(Dialect dialect, String reason, ErrorResponse response) {
        assertThat(response.status()).as("%s: %s", dialect.name(), reason).isBetween(400, 599);
        byte[] body = response.body(() -> new UUID(0, 0));
        if (body.length > 0) {
            assertThat(isJsonObject(body)).as("%s: %s", dialect.name(), reason).isTrue();
        }
    }

    private static boolean isJsonObject(byte[] body) {
        try {
            return MAPPER.readTree(body).isObject();
        } catch (IOException e) {
            return false;
        }
    }
}
