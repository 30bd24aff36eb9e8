package dev.darkroom.server;

import dev.darkroom.chaos.fault.ErrorAnswer;
import dev.darkroom.chaos.fault.Fault;
import dev.darkroom.chaos.fault.Gateway;
import dev.darkroom.chaos.fault.Malformed;
import dev.darkroom.chaos.fault.Outage;
import dev.darkroom.chaos.fault.WrongType;
import dev.darkroom.dialect.Damage;
import dev.darkroom.dialect.Dialect;
import dev.darkroom.dialect.DialectError;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes of a good answer what a fault wants it to say. What a fault does to the connection is left to {@link Wire}. */
final class Spoiler {

    private Spoiler() {}

    static Spoilt spoil(Spoilt answer, Dialect dialect) {
        Fault fault = answer.fault().orElse(null);
        if (fault instanceof ErrorAnswer error) {
            return error(answer, dialect, error.error(), error.retryAfter());
        }
        if (fault instanceof Outage) {
            return error(answer, dialect, dialect.codeOfOutage(), Optional.empty());
        }
        if (fault instanceof Gateway gateway) {
            return answer.with(gateway.status(), Map.of("Content-Type", "text/html"), page(gateway.status()));
        }
        if (fault instanceof Malformed) {
            return answer.with(Damage.cutOff(answer.body()));
        }
        if (fault instanceof WrongType wrong) {
            return answer.ofType(wrong.type());
        }
        return answer;
    }

    private static Spoilt error(Spoilt answer, Dialect dialect, String code, Optional<Duration> retryAfter) {
        DialectError error = dialect.error(code, retryAfter);
        Map<String, String> headers = new LinkedHashMap<>(error.headers());
        headers.put("Content-Type", "application/json");
        return answer.with(error.status(), headers, error.body());
    }

    /** As proxies have it. */
    private static byte[] page(int status) {
        String title = HttpResponseStatus.valueOf(status).toString();
        return ("<html>\r\n<head><title>%1$s</title></head>\r\n<body>\r\n<center><h1>%1$s</h1></center>\r\n</body>\r\n"
                        + "</html>\r\n")
                .formatted(title)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
