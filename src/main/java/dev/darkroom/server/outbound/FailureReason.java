package dev.darkroom.server.outbound;

import dev.darkroom.http.HttpUrl;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Explains why a request failed after the connection was open, in one sentence. */
final class FailureReason {

    /** How a TLS server begins its response to a request without TLS. */
    private static final String TLS_ALERT = "\u0015\u0003";

    private FailureReason() {}

    static String of(HttpUrl url, Throwable failure) {
        String receiver = url.endpoint();
        if (failure instanceof OutboundException || failure instanceof OutboundTargets.ForbiddenAddressException) {
            return failure.getMessage();
        }
        if (failure instanceof TimeoutException) {
            return receiver + " did not respond before the timeout";
        }
        if (failure instanceof CancellationException) {
            return "The request was canceled before it was sent";
        }
        if (failure instanceof SSLException) {
            return TlsFailure.reason(url, failure);
        }
        if (failure instanceof HttpClosedException) {
            return receiver + " closed the connection before it responded";
        }
        if (failure instanceof IOException) {
            return "The connection to " + receiver + " broke before it responded (" + message(failure) + ")";
        }
        if (isNotHttp(failure)) {
            return receiver + " did not respond in HTTP" + hint(failure).orElse("");
        }
        return "The request to " + receiver + " failed (" + message(failure) + ")";
    }

    private static boolean isNotHttp(Throwable failure) {
        return failure instanceof IllegalArgumentException
                || failure instanceof DecoderException
                || failure instanceof TooLongFrameException;
    }

    private static Optional<String> hint(Throwable failure) {
        return message(failure).contains(TLS_ALERT)
                ? Optional.of(": it expects TLS; use an https URL")
                : Optional.empty();
    }

    private static String message(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
