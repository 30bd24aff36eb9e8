package dev.darkroom.server;

import dev.darkroom.http.BodyLimits;
import io.quarkus.arc.All;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Rejects bodies that exceed the limit of their operation with the vendor's error; Quarkus itself would send a status
 * and no body. The limit is {@code quarkus.http.limits.max-body-size} unless {@link BodyLimits} raises it. The excess
 * is read and discarded: if the connection were closed while the client sends, the client would never see the response.
 */
@ApplicationScoped
class BodyLimit {

    private static final int AFTER_JOURNAL = DialectRouter.PRIORITY - 2;
    private static final int AFTER_LIMIT_OF_QUARKUS = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1;
    private static final String HIDDEN_LENGTH = BodyLimit.class.getName();
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
    private static final long MAX_DISCARDED = 64L << 20;

    private final long generalLimit;
    private final List<BodyLimits> limits;
    private final ErrorHandlers errors;

    BodyLimit(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize generalLimit,
            @All List<BodyLimits> limits,
            ErrorHandlers errors) {
        this.generalLimit = generalLimit.asLongValue();
        this.limits = limits;
        this.errors = errors;
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, AFTER_JOURNAL);
    }

    void install(@Observes Router router) {
        router.route().order(AFTER_LIMIT_OF_QUARKUS).handler(BodyLimit::restoreLength);
    }

    /** Leaves a body whose announced length is within the general limit for the resource to read. */
    private void check(RoutingContext context) {
        long limit = limit(context);
        long announced = announcedLength(context.request());
        boolean awaitsContinue = context.request().getHeader("Expect") != null;
        if (announced > limit && (awaitsContinue || announced > MAX_DISCARDED)) {
            reject(context, true);
        } else if (announced > Math.min(limit, generalLimit) || announced < 0) {
            read(context, limit);
        } else {
            context.next();
        }
    }

    private long limit(RoutingContext context) {
        String path = context.normalizedPath();
        return limits.stream()
                .flatMapToLong(operations -> operations.maxBytes(path).stream())
                .findFirst()
                .orElse(generalLimit);
    }

    private void read(RoutingContext context, long limit) {
        Buffer body = Buffer.buffer();
        long[] received = {0};
        if (context.request().getHeader("Expect") != null) {
            context.response().writeContinue();
        }
        context.request().handler(part -> {
            received[0] += part.length();
            if (received[0] <= limit) {
                body.appendBuffer(part);
            } else if (received[0] > Math.max(MAX_DISCARDED, limit)) {
                context.request().handler(rest -> {});
                reject(context, true);
            }
        });
        context.request().endHandler(end -> {
            if (received[0] <= limit) {
                ((RoutingContextInternal) context).setBody(body);
                hideLength(context);
                context.next();
            } else {
                reject(context, false);
            }
        });
        context.request().resume();
    }

    /** Hides the length from Quarkus, which checks only the general limit and accepts any body without a length. */
    private void hideLength(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            context.put(HIDDEN_LENGTH, length);
            context.request().headers().remove(HttpHeaders.CONTENT_LENGTH);
        }
    }

    private static void restoreLength(RoutingContext context) {
        String length = context.get(HIDDEN_LENGTH);
        if (length != null) {
            context.request().headers().set(HttpHeaders.CONTENT_LENGTH, length);
        }
        context.next();
    }

    private void reject(RoutingContext context, boolean closesConnection) {
        if (!context.response().ended()) {
            if (closesConnection) {
                context.response().putHeader("Connection", "close");
            }
            errors.respond(context, 413);
        }
    }

    /** Negative if a body of unknown length follows. */
    private static long announcedLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            return request.getHeader("Transfer-Encoding") == null ? 0 : -1;
        }
        return LENGTH.matcher(length).matches() ? Long.parseLong(length) : Long.MAX_VALUE;
    }
}
