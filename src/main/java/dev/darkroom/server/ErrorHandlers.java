package dev.darkroom.server;

import dev.darkroom.api.Dialect;
import dev.darkroom.api.Dialects;
import dev.darkroom.api.RequestContext;
import dev.darkroom.api.error.ErrorResponse;
import dev.darkroom.control.ControlError;
import dev.darkroom.journal.RecordedBody;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Sees to it that what no resource could answer is still told in the words of the API that was asked. */
@ApplicationScoped
class ErrorHandlers {

    private static final Logger LOG = Logger.getLogger(ErrorHandlers.class);
    private static final int FIRST = Integer.MIN_VALUE;
    private static final int LAST = Integer.MAX_VALUE;

    private final Dialects dialects;
    private final CurrentVertxRequest current;

    ErrorHandlers(Dialects dialects, CurrentVertxRequest current) {
        this.dialects = dialects;
        this.current = current;
    }

    void install(@Observes Router router) {
        router.route().order(FIRST).failureHandler(this::failed);
        router.route().order(LAST).handler(this::nobodyAnswered);
    }

    @ServerExceptionMapper
    Response refusedByFramework(WebApplicationException failure) {
        return response(failure.getResponse().getStatus());
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure) {
        report(failure);
        return response(500);
    }

    /** Ends the exchange with this status and a sentence that fits it. */
    void answer(RoutingContext context, int status) {
        ErrorResponse answer = error(context, saidInstead(status), sentence(status));
        answer.headers().forEach(context.response()::putHeader);
        context.response().setStatusCode(answer.status());
        if (answer.hasBody()) {
            context.response().putHeader("Content-Type", MediaType.APPLICATION_JSON);
        }
        context.response().end(Buffer.buffer(answer.body()));
    }

    private void failed(RoutingContext context) {
        if (context.response().ended() || context.response().headWritten()) {
            context.next();
            return;
        }
        if (context.failure() != null && context.statusCode() >= 500) {
            report(context.failure());
        }
        answer(context, context.statusCode() < 400 ? 500 : context.statusCode());
    }

    private void nobodyAnswered(RoutingContext context) {
        answer(context, 404);
    }

    private Response response(int status) {
        ErrorResponse answer = error(current.getCurrent(), saidInstead(status), sentence(status));
        Response.ResponseBuilder response = Response.status(answer.status());
        if (answer.hasBody()) {
            response.type(MediaType.APPLICATION_JSON_TYPE).entity(answer.body());
        }
        answer.headers().forEach(response::header);
        return response.build();
    }

    /** Noted for the journal, for what no resource answers goes past {@link ResponseFilter}. */
    private ErrorResponse error(RoutingContext context, int status, String message) {
        Dialect dialect = context.get(DialectRouter.DIALECT);
        if (dialect != null) {
            ErrorResponse error = dialect.errors().forStatus(status, message).answer();
            Optional.ofNullable(RequestContext.of(context))
                    .ifPresent(call -> call.setResponseBody(RecordedBody.of(error.body())));
            return error;
        }
        return DialectRouter.isOurs(context.request().path())
                ? new ErrorResponse(status, Map.of(), ControlError.body(status, message))
                : dialects.atRoot("").errors().forStatus(status, message).answer();
    }

    /** A content type that cannot be read is refused as one that is not JSON: with 400. */
    private static int saidInstead(int status) {
        return status == 415 ? 400 : status;
    }

    private static String sentence(int status) {
        return switch (status) {
            case 404 -> "There is nothing at this path. GET " + DialectRouter.CONTROL + " tells what there is.";
            case 405 -> "This path does not take this method.";
            case 413 -> "The request body is too large.";
            case 415 -> "The 'Content-Type' header must be 'application/json'.";
            case 500 -> "Darkroom itself failed; its log says why.";
            case 503 -> "Darkroom is being stopped.";
            default -> "The request cannot be read.";
        };
    }

    private static void report(Throwable failure) {
        LOG.error(
                "A request failed inside Darkroom. This is a bug of ours, not an injected fault; please report it",
                failure);
    }
}
