package dev.darkroom.server;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses bodies that are larger than {@code quarkus.http.limits.max-body-size}, in the words of the API that was
 * asked; Quarkus itself would answer with nothing but a status. The excess is read and thrown away, for a client that
 * is cut off while it sends never sees the answer.
 */
@ApplicationScoped
class BodyLimit {

    private static final int AFTER_JOURNAL = DialectRouter.BEFORE_ALL_OTHERS - 2;
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
    private static final long MAX_DISCARDED = 64L << 20;

    private final long limit;
    private final ErrorHandlers failures;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit, ErrorHandlers failures) {
        this.limit = limit.asLongValue();
        this.failures = failures;
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, AFTER_JOURNAL);
    }

    /** A body of a known and modest length is left for the resource to read. */
    private void check(RoutingContext context) {
        long announced = announcedLength(context.request());
        boolean waits = context.request().getHeader("Expect") != null;
        if (announced > limit && (waits || announced > MAX_DISCARDED)) {
            refuse(context, true);
        } else if (announced > limit || announced < 0) {
            read(context);
        } else {
            context.next();
        }
    }

    private void read(RoutingContext context) {
        Buffer body = Buffer.buffer();
        long[] received = {0};
        if (context.request().getHeader("Expect") != null) {
            context.response().writeContinue();
        }
        context.request().handler(part -> {
            received[0] += part.length();
            if (received[0] <= limit) {
                body.appendBuffer(part);
            } else if (received[0] > MAX_DISCARDED) {
                context.request().handler(rest -> {});
                refuse(context, true);
            }
        });
        context.request().endHandler(end -> {
            if (received[0] <= limit) {
                ((RoutingContextInternal) context).setBody(body);
                context.next();
            } else {
                refuse(context, false);
            }
        });
        context.request().resume();
    }

    private void refuse(RoutingContext context, boolean hangUp) {
        if (!context.response().ended()) {
            if (hangUp) {
                context.response().putHeader("Connection", "close");
            }
            failures.answer(context, 413);
        }
    }

    /** Negative when a body follows whose length is not known. */
    private static long announcedLength(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        if (length == null) {
            return request.getHeader("Transfer-Encoding") == null ? 0 : -1;
        }
        return LENGTH.matcher(length).matches() ? Long.parseLong(length) : Long.MAX_VALUE;
    }
}
