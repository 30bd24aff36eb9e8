package dev.darkroom.server;

import dev.darkroom.api.RequestContext;
import dev.darkroom.http.BodyLimit;
import dev.darkroom.http.BodyLimits;
import dev.darkroom.http.ContentTypes;
import dev.darkroom.http.coding.ContentCoding;
import dev.darkroom.memory.InFlightMemory.Reservation;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads the whole body of a request before anything else handles it, so that a slow client never holds a thread. It
 * rejects a body that exceeds the limit of its operation, that does not fit into the memory for requests in progress,
 * or that stalls, with an error of the API that received the request.
 *
 * <p>The limit is {@code darkroom.limits.body} unless {@link BodyLimits} raises it. Large forms are stored in temporary
 * files. The rest of a rejected
 * body is read and discarded: if the connection were closed while the client sends, the client would never see the
 * response.
 */
@ApplicationScoped
class BodyReader {

    private static final String IS_READ = BodyReader.class.getName();
    private static final Optional<List<ContentCoding>> NOT_ENCODED = Optional.of(List.of());
    private static final int MAX_LENGTH_DIGITS = 18;
    private static final long MAX_DISCARDED = 1L << 30;

    /** The client of a larger body gets the response before it has sent the body. */
    private static final long MAX_AWAITED = 64L << 20;

    private final List<BodyLimits> limits;
    private final ErrorHandlers errors;
    private final BodyBudget budget;
    private final UploadSpace disk;
    private final StoredForms forms;
    private final Set<IncomingBody> incoming = ConcurrentHashMap.newKeySet();

    BodyReader(
            @All List<BodyLimits> limits,
            ErrorHandlers errors,
            BodyBudget budget,
            UploadSpace disk,
            StoredForms forms) {
        this.disk = disk;
        this.forms = forms;
        this.limits = limits;
        this.errors = errors;
        this.budget = budget;
    }

    void install(@Observes Filters filters) {
        filters.register(this::read, FilterOrder.BODY.priority());
    }

    /** Rejects requests whose body has stalled. */
    @Scheduled(every = "1s")
    void rejectStalled() {
        long timeoutNanos = budget.timeout().toNanos();
        incoming.stream()
                .filter(body -> body.hasStalled(timeoutNanos))
                .forEach(body -> body.later(stalled -> stalled.rejectStalled(408, BodyErrors.STALLED)));
    }

    private void read(RoutingContext context) {
        long announced = announcedLength(context.request());
        // A rerouted request passes this filter again.
        if (announced == 0 || context.get(IS_READ) != null) {
            IncomingBody.sendContinue(context);
            context.next();
            return;
        }
        context.put(IS_READ, true);
        Optional<List<ContentCoding>> codings = codings(context.request());
        Optional<BodyLimit> forms = formLimit(context);
        BodyLimit limit = forms.orElseGet(() -> limit(context));
        long inMemory = forms.isPresent() ? budget.limit().bytes() : limit.bytes();
        boolean isTooLarge = announced > limit.bytes();
        IncomingBody body = new IncomingBody(
                context,
                limit,
                isTooLarge ? 0 : inMemory,
                MAX_DISCARDED,
                budget.timeout().toMillis(),
                errors);
        if (codings.isEmpty()) {
            body.reject(415, BodyErrors.UNSUPPORTED_CODING);
            return;
        }
        if (isTooLarge && announced > MAX_AWAITED) {
            body.rejectTooLarge();
            return;
        }
        long expected = isTooLarge || announced > inMemory ? 0 : Math.max(0, announced);
        Optional<Reservation> reserved = budget.reserve(
                context, expected, () -> body.later(revoked -> revoked.reject(503, BodyErrors.NO_MEMORY)));
        incoming.add(body);
        context.addEndHandler(end -> end(context, body, reserved));
        if (reserved.isPresent()) {
            Reservation memory = reserved.get();
            if (forms.isPresent() && !isTooLarge) {
                body.allowStorage(new BodyStorage(
                        context.request(),
                        disk,
                        BodyBudget.holder(context),
                        announced,
                        stored -> readForm(context, body, stored, codings.get(), limit, memory)));
            }
            body.receive(memory, expected, received -> {
                if (codings.get().isEmpty()) {
                    handOver(context, received, memory);
                } else {
                    body.decode(received, codings.get(), memory)
                            .onSuccess(decoded -> handOver(context, decoded, memory));
                }
            });
        } else if (context.request().headers().contains(HttpHeaders.EXPECT)) {
            // The client has not sent the body yet, and there is no memory for it.
            body.rejectAndClose(503, BodyErrors.NO_MEMORY);
        } else {
            body.reject(503, BodyErrors.NO_MEMORY);
        }
    }

    private void readForm(
            RoutingContext context,
            IncomingBody body,
            StoredBody stored,
            List<ContentCoding> codings,
            BodyLimit limit,
            Reservation memory) {
        memory.shrink(StoredBody.BUFFERED);
        forms.read(
                        BodyBudget.holder(context),
                        stored,
                        RequestContext.of(context).contentType(),
                        codings,
                        limit.bytes(),
                        memory::grow)
                .onSuccess(form -> handOver(context, form, stored, memory))
                .onFailure(body::rejectUnreadable);
    }

    private void handOver(RoutingContext context, StoredForms.StoredForm form, StoredBody stored, Reservation memory) {
        if (!memory.pin()) {
            errors.respond(context, 503, BodyErrors.NO_MEMORY);
        } else if (!stored.space().pin()) {
            errors.respond(context, 503, BodyErrors.NO_SPACE);
        } else {
            RequestContext.of(context).body().set(form.form(), form.recorded(), form.bytes(), memory, stored::close);
            context.next();
        }
    }

    private void end(RoutingContext context, IncomingBody body, Optional<Reservation> reserved) {
        incoming.remove(body);
        Runnable release = () -> {
            body.deleteFile();
            reserved.ifPresent(Reservation::release);
        };
        RequestContext request = RequestContext.of(context);
        if (request == null) {
            release.run();
        } else {
            request.body().afterProcessing(release);
        }
    }

    private void handOver(RoutingContext context, Buffer body, Reservation memory) {
        if (!memory.pin()) {
            errors.respond(context, 503, BodyErrors.NO_MEMORY);
            return;
        }
        RequestContext request = RequestContext.of(context);
        if (request == null) {
            ((RoutingContextInternal) context).setBody(body);
        } else {
            request.body().set(body.getBytes(), memory);
        }
        context.next();
    }

    /** The codings of the body; empty if it cannot be decoded. */
    private static Optional<List<ContentCoding>> codings(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.CONTENT_ENCODING)
                ? ContentCoding.parse(request.headers().getAll(HttpHeaders.CONTENT_ENCODING))
                : NOT_ENCODED;
    }

    /** The limit of a form that is stored in a file if it is large; empty for all other bodies. */
    private Optional<BodyLimit> formLimit(RoutingContext context) {
        if (!ContentTypes.isMultipart(context.request().getHeader(HttpHeaders.CONTENT_TYPE))) {
            return Optional.empty();
        }
        String path = context.normalizedPath();
        return limits.stream()
                .flatMap(operations -> operations.ofForms(path).stream())
                .filter(limit -> limit.bytes() > budget.limit().bytes())
                .findFirst();
    }

    private BodyLimit limit(RoutingContext context) {
        String path = context.normalizedPath();
        for (BodyLimits operations : limits) {
            Optional<BodyLimit> limit = operations.of(path);
            if (limit.isPresent() && limit.get().bytes() > budget.limit().bytes()) {
                return limit.get();
            }
        }
        return budget.limit();
    }

    /**
     * The announced length of the body: 0 if there is none, negative if the length is unknown. In HTTP/2, a body needs
     * no header, so a request without one is read, too; its end then arrives at once.
     */
    private static long announcedLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            boolean hasBody =
                    request.version() == HttpVersion.HTTP_2 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
            return hasBody ? -1 : 0;
        }
        return isReadable(length) ? Long.parseLong(length) : Long.MAX_VALUE;
    }

    private static boolean isReadable(String length) {
        for (int i = 0; i < length.length(); i++) {
            if (length.charAt(i) < '0' || length.charAt(i) > '9') {
                return false;
            }
        }
        return !length.isEmpty() && length.length() <= MAX_LENGTH_DIGITS;
    }
}
