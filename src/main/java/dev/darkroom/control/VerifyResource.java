package dev.darkroom.control;

import dev.darkroom.http.json.Json;
import dev.darkroom.journal.Exchange;
import dev.darkroom.journal.Journal;
import dev.darkroom.journal.Verdict;
import dev.darkroom.journal.Verification;
import io.smallrye.common.annotation.Blocking;
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
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Tells whether a client did what it should have done, and if not, what it did instead. It produces what it is asked for
 * whatever is accepted: a 406 of the framework's would say that it did not.
 */
@Path("/_darkroom/journal/verify")
@ControlSecured
@Blocking
@Consumes(MediaType.WILDCARD)
public class VerifyResource {

    private static final MediaType TEXT = MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8");

    /** So long one request may keep a processor busy. */
    private static final Duration MAX_WORK = Duration.ofSeconds(5);

    private final ControlScope callers;

    VerifyResource(ControlScope callers) {
        this.callers = callers;
    }

    /** Answers as soon as it is so, or can be so no more, or the time is up. */
    @POST
    public Uni<Response> verify(
            @Context UriInfo address,
            @Context HttpHeaders headers,
            @QueryParam("format") @DefaultValue("json") String format,
            byte[] json) {
        Parameters.only(address, "format");
        Format wanted = Words.parameter("format", format, Format.values()).orElseThrow();
        Journal journal = callers.sandbox(headers).journal();
        VerifyRequest request = VerifyRequest.read(json);
        if (!journal.isEnabled()) {
            throw ControlError.noJournal();
        }
        Verification verification = new Verification(request.conditions(), request.times());
        return verdict(journal, verification, request.within())
                .map(verdict -> answer(verdict, journal.dropped(), wanted));
    }

    /** Looks at what is there without holding up the journal, and then at each exchange as it comes. */
    static Uni<Verdict> verdict(Journal journal, Verification verification, Duration longest) {
        long end = System.nanoTime() + MAX_WORK.toNanos();
        for (Exchange exchange : journal.exchanges()) {
            if (System.nanoTime() > end) {
                throw ControlError.invalidField("match", "It takes too long; use fewer regular expressions.");
            }
            verification.add(exchange);
        }
        if (verification.isDecided() || longest.isZero()) {
            return Uni.createFrom().item(verification.verdict());
        }
        return settlement(journal, verification)
                .ifNoItem()
                .after(longest)
                .recoverWithItem(verification::verdict)
                .emitOn(Infrastructure.getDefaultExecutor());
    }

    /** The verdict of the exchange that settles it: one that comes later changes nothing. */
    private static Uni<Verdict> settlement(Journal journal, Verification verification) {
        return Uni.createFrom().emitter(emitter -> {
            SerialExecutor<Exchange> come = new SerialExecutor<>(Infrastructure.getDefaultExecutor(), exchange -> {
                verification.add(exchange);
                if (verification.isDecided()) {
                    emitter.complete(verification.verdict());
                }
            });
            Runnable stop = journal.listen(come::add);
            emitter.onTermination(() -> {
                stop.run();
                come.stop();
            });
        });
    }

    private static Response answer(Verdict verdict, long dropped, Format format) {
        Response.ResponseBuilder answer = Response.status(verdict.isVerified() ? 200 : 406);
        if (format == Format.JSON) {
            return answer.type(MediaType.APPLICATION_JSON_TYPE)
                    .entity(Json.write(VerdictDescription.of(verdict, dropped)))
                    .build();
        }
        String text = String.join("\n", verdict.lines(dropped)) + "\n";
        return answer.type(TEXT).entity(text.getBytes(StandardCharsets.UTF_8)).build();
    }

    private enum Format {
        JSON,
        TEXT
    }
}
