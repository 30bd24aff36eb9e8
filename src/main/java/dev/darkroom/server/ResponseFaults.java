package dev.darkroom.server;

import dev.darkroom.api.Dialect;
import dev.darkroom.api.error.ErrorResponse;
import dev.darkroom.api.fault.BodyCorruption;
import dev.darkroom.chaos.fault.ErrorFault;
import dev.darkroom.chaos.fault.Fault;
import dev.darkroom.chaos.fault.Gateway;
import dev.darkroom.chaos.fault.Malformed;
import dev.darkroom.chaos.fault.Outage;
import dev.darkroom.chaos.fault.WrongType;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes of a good answer what a fault wants it to say. What a fault does to the connection is left to {@link RawConnection}. */
final class ResponseFaults {

    private ResponseFaults() {}

    static FaultyResponse spoil(FaultyResponse answer, Dialect dialect) {
        Fault fault = answer.fault().orElse(null);
        if (fault instanceof ErrorFault error) {
            return error(answer, dialect, error.error(), error.retryAfter());
        }
        if (fault instanceof Outage) {
            return error(answer, dialect, dialect.codeOfOutage(), Optional.empty());
        }
        if (fault instanceof Gateway gateway) {
            return answer.with(gateway.status(), Map.of("Content-Type", "text/html"), page(gateway.status()));
        }
        if (fault instanceof Malformed) {
            return answer.with(BodyCorruption.cutOff(answer.body()));
        }
        if (fault instanceof WrongType wrong) {
            return answer.ofType(wrong.type());
        }
        return answer;
    }

    private static FaultyResponse error(
            FaultyResponse answer, Dialect dialect, String code, Optional<Duration> retryAfter) {
        ErrorResponse error = dialect.error(code, retryAfter);
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
