package dev.darkroom.control;

import dev.darkroom.access.redaction.Redaction;
import dev.darkroom.control.PlainText.Format;
import dev.darkroom.http.json.Json;
import dev.darkroom.journal.Exchange;
import dev.darkroom.journal.Journal;
import dev.darkroom.journal.Verdict;
import dev.darkroom.journal.Verification;
import dev.darkroom.sandbox.Sandbox;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;

/**
 * Verifies that a client made the expected requests. If it did not, reports the nearest ones. The format does not
 * depend on the {@code Accept} header: the framework's 406 would be mistaken for a failed verification.
 */
@Path("/_darkroom/journal/verify")
@ControlSecured
@NonBlocking
@Consumes(MediaType.WILDCARD)
public class VerifyResource {

    /** The maximum time that one request may occupy a thread with past exchanges. */
    private static final Duration MAX_WORK = Duration.ofSeconds(5);

    private final ControlScope scope;
    private final ControlExecutor executor;
    private final Redaction redaction;

    VerifyResource(ControlScope scope, Redaction redaction, ControlExecutor executor) {
        this.executor = executor;
        this.scope = scope;
        this.redaction = redaction;
    }

    /** Responds as soon as the verdict is final or the time is up. */
    @POST
    public Uni<Response> verify(
            @Context HttpHeaders headers, @QueryParam("format") @DefaultValue("json") String format, byte[] json) {
        Format outputFormat =
                EnumNames.parameter("format", format, Format.values()).orElseThrow();
        Sandbox sandbox = scope.sandbox(headers);
        Journal journal = sandbox.journal();
        VerifyRequest request = VerifyRequest.read(redacted(json, sandbox));
        if (!journal.isEnabled()) {
            throw ControlException.journalDisabled();
        }
        Verification verification = new Verification(request.conditions(), request.times());
        return executor.submit(scope.key(headers), () -> verdict(journal, verification, request.within()))
                .chain(verdict -> verdict)
                .map(verdict -> response(verdict, journal.dropped(), outputFormat));
    }

    /** The conditions with their secrets masked, because they are compared with the masked texts of the journal. */
    private byte[] redacted(byte[] json, Sandbox sandbox) {
        return json == null ? null : redaction.with(Optional.of(sandbox.key())).document(json);
    }

    /** Checks the existing exchanges without locking the journal, and then each new exchange as it arrives. */
    static Uni<Verdict> verdict(Journal journal, Verification verification, Duration maxWait) {
        long deadline = System.nanoTime() + MAX_WORK.toNanos();
        for (Exchange exchange : journal.exchanges()) {
            if (System.nanoTime() > deadline) {
                throw ControlException.invalidField("match", "It takes too long; use fewer regular expressions.");
            }
            verification.add(exchange);
        }
        if (verification.isDecided() || maxWait.isZero()) {
            return Uni.createFrom().item(verification.verdict());
        }
        return awaitVerdict(journal, verification)
                .ifNoItem()
                .after(maxWait)
                .recoverWithItem(verification::verdict)
                .emitOn(Infrastructure.getDefaultExecutor());
    }

    /** Emits the first final verdict. Later exchanges do not change it. */
    private static Uni<Verdict> awaitVerdict(Journal journal, Verification verification) {
        return Uni.createFrom().emitter(emitter -> {
            SerialExecutor<Exchange> additions = new SerialExecutor<>(Infrastructure.getDefaultExecutor(), exchange -> {
                verification.add(exchange);
                if (verification.isDecided()) {
                    emitter.complete(verification.verdict());
                }
            });
            Runnable stop = journal.listen(additions::submit);
            emitter.onTermination(() -> {
                stop.run();
                additions.stop();
            });
        });
    }

    private static Response response(Verdict verdict, long dropped, Format format) {
        int status = verdict.isVerified() ? 200 : 406;
        return format == Format.TEXT
                ? PlainText.response(status, verdict.lines(dropped))
                : Response.status(status)
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(Json.write(VerdictDescription.of(verdict, dropped)))
                        .build();
    }
}
