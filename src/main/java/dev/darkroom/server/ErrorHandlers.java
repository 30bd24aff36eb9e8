package dev.darkroom.server;

import dev.darkroom.api.Dialect;
import dev.darkroom.api.Dialects;
import dev.darkroom.api.RequestContext;
import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.error.ErrorIds;
import dev.darkroom.api.error.ErrorMessage;
import dev.darkroom.api.error.ErrorResponse;
import dev.darkroom.control.ControlException;
import dev.darkroom.http.coding.Gzip;
import dev.darkroom.journal.RecordedBody;
import dev.darkroom.server.connection.ConnectionServices;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.StreamResetException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.channels.ClosedChannelException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Sends errors that no resource handles, in the format of the API that received the request. */
@Singleton
class ErrorHandlers {

    private static final Logger LOG = Logger.getLogger(ErrorHandlers.class);
    private static final int FIRST = Integer.MIN_VALUE;
    private static final int LAST = Integer.MAX_VALUE;

    private final Dialects dialects;
    private final CurrentVertxRequest current;
    private final ErrorIds ids;
    private final PathHints hints;
    private final SupportedPaths supported;
    private final Routes routes;
    private final WarningHeaders warnings;

    ErrorHandlers(
            Dialects dialects,
            CurrentVertxRequest current,
            ErrorIds ids,
            PathHints hints,
            SupportedPaths supported,
            Routes routes,
            WarningHeaders warnings) {
        this.dialects = dialects;
        this.current = current;
        this.ids = ids;
        this.hints = hints;
        this.supported = supported;
        this.routes = routes;
        this.warnings = warnings;
    }

    void install(@Observes Router router) {
        router.route().order(FIRST).failureHandler(this::handleFailure);
        router.route().order(LAST).handler(this::respondNotFound);
    }

    @ServerExceptionMapper
    Response frameworkError(WebApplicationException failure) {
        return response(failure.getResponse().getStatus());
    }

    @ServerExceptionMapper
    Response unexpectedError(Throwable failure) {
        logBug(failure);
        return response(500);
    }

    /** Sends an error with the message for this status. */
    void respond(RoutingContext context, int status) {
        respond(context, status, message(context, status));
    }

    void respond(RoutingContext context, int status, String message) {
        ErrorResponse error = error(context, reportedStatus(status), message);
        explain(context, status);
        byte[] body = body(error, context);
        error.headers().forEach(context.response()::putHeader);
        context.response().setStatusCode(error.status());
        if (body.length > 0) {
            context.response().putHeader("Content-Type", MediaType.APPLICATION_JSON);
        }
        if (body.length > 0 && Gzip.isAcceptedBy(context.request().getHeader(HttpHeaders.ACCEPT_ENCODING))) {
            Gzip.markCompressed(context.response().headers());
            body = Gzip.compress(body);
        }
        context.response()
                .putHeader("Content-Length", Integer.toString(body.length))
                .end(Buffer.buffer(body));
    }

    private void handleFailure(RoutingContext context) {
        if (context.response().ended() || context.response().headWritten()) {
            context.next();
            return;
        }
        if (context.failure() != null && context.statusCode() >= 500) {
            logBug(context.failure());
        }
        respond(context, context.statusCode() < 400 ? 500 : context.statusCode());
    }

    private void respondNotFound(RoutingContext context) {
        respond(context, 404);
    }

    private Response response(int status) {
        RoutingContext context = current.getCurrent();
        ErrorResponse error = error(context, reportedStatus(status), message(context, status));
        explain(context, status);
        byte[] body = body(error, context);
        Response.ResponseBuilder response = Response.status(error.status());
        if (body.length > 0) {
            response.type(MediaType.APPLICATION_JSON_TYPE).entity(body);
        }
        error.headers().forEach(response::header);
        return response.build();
    }

    /**
     * Also records the body for the journal, because responses without a resource do not pass {@link ResponseFilter}.
     */
    private byte[] body(ErrorResponse error, RoutingContext context) {
        byte[] body = error.body(ids.of(context));
        Optional.ofNullable(RequestContext.of(context))
                .ifPresent(request -> request.setResponseBody(RecordedBody.of(body)));
        return body;
    }

    /** Adds the headers of the vendor, and those that tell the client what is wrong with its path or its method. */
    private void explain(RoutingContext context, int status) {
        String allow = status == 405 ? routes.allow(context.normalizedPath()) : "";
        if (!allow.isEmpty()) {
            context.response().putHeader("Allow", allow);
        }
        hints.warn(context, status);
        Optional.ofNullable(RequestContext.of(context)).ifPresent(request -> {
            request.dialect().beforeResponse(request);
            request.responseHeaders().forEach(context.response()::putHeader);
            warnings.write(request);
        });
    }

    private ErrorResponse error(RoutingContext context, int status, String message) {
        Dialect dialect = context.get(DialectRouter.DIALECT);
        if (dialect != null) {
            ApiException error = dialect.errors().forStatus(status, message);
            if (!isExplained(status)) {
                ErrorMessage.set(context, error.getMessage());
            }
            return error.response();
        }
        // A CONNECT request over HTTP/2 has no path.
        String path = Objects.requireNonNullElse(context.request().path(), "");
        if (DialectRouter.isServerPath(path)) {
            boolean hasHint = DialectRouter.isControlPath(path) && isExplained(status);
            String hint = hasHint ? hints.ofControl(context) : "";
            return new ErrorResponse(status, Map.of(), ControlException.body(status, message + hint));
        }
        return dialects.defaultDialect().errors().forStatus(status, message).response();
    }

    /** Whether {@link PathHints} explains the status. */
    private static boolean isExplained(int status) {
        return status == 404 || status == 405;
    }

    /** An unsupported content type gets the same status as a body that is not JSON: 400. */
    private static int reportedStatus(int status) {
        return status == 415 ? 400 : status;
    }

    private String message(RoutingContext context, int status) {
        Dialect dialect = context.get(DialectRouter.DIALECT);
        return status == 404 && dialect != null ? supported.text(context, dialect) : message(status);
    }

    private static String message(int status) {
        return switch (status) {
            case 404 -> "There is nothing at this path. GET " + DialectRouter.CONTROL + " lists the endpoints.";
            case 405 -> "This path does not support this method.";
            case 413 -> "The request body is too large.";
            case 414 -> "The URI is too long.";
            case 431 -> "The headers are too large.";
            case 415 -> "The 'Content-Type' header must be 'application/json'.";
            case 500 -> "Darkroom itself failed; see its log for the cause.";
            case 503 -> "Darkroom is shutting down.";
            default -> "The request cannot be read.";
        };
    }

    /** A client that disconnects is not a bug. */
    private static void logBug(Throwable failure) {
        if (failure instanceof ClosedChannelException
                || failure instanceof HttpClosedException
                || failure instanceof StreamResetException) {
            ConnectionServices.countClosed("disconnected client");
            return;
        }
        LOG.error("A request failed because of a bug in Darkroom, not an injected fault. Please report it", failure);
    }
}
