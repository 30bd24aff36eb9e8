package dev.darkroom.api;

import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.error.ErrorResponses;
import dev.darkroom.api.fault.FaultInjector;
import dev.darkroom.chaos.Operation;
import dev.darkroom.http.PublicUrl;
import dev.darkroom.ledger.Refusal;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Wish;
import dev.darkroom.task.AcceptResult;
import dev.darkroom.task.TaskSpec;
import dev.darkroom.task.TaskView;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes tasks of create requests, or refuses them in the words of the API that was asked. */
@Singleton
public class TaskSubmission {

    private final AccessChecks gate;
    private final PublicUrl publicUrl;
    private final FaultInjector injections;

    TaskSubmission(AccessChecks gate, PublicUrl publicUrl, FaultInjector injections) {
        this.gate = gate;
        this.publicUrl = publicUrl;
        this.injections = injections;
    }

    /**
     * A task that a request has led to, or one that was there.
     *
     * @param isNew whether it has been paid for just now
     */
    public record Taken(Sandbox sandbox, TaskView task, boolean isNew) {}

    /**
     * @param authorization the headers of that name
     * @param contentType null when there is none
     * @param json the body
     * @throws ApiException for the first check that the request does not pass
     */
    public Taken take(
            Dialect dialect, RequestReader reader, List<String> authorization, String contentType, byte[] json) {
        RequestContext call = injections.call();
        call.sent(json);
        call.setOperation(Operation.CREATE);
        Sandbox sandbox = gate.sandbox(dialect, authorization);
        SubmissionChecks creation = new SubmissionChecks(
                dialect, reader, sandbox, new SubmissionChecks.Sent(contentType, json), gate, injections);
        ImageRequest request = creation.pass();
        Optional<TaskView> present = reader.present(creation.body(), sandbox);
        if (present.isPresent()) {
            call.setReportedTask(present.get());
            return new Taken(sandbox, present.get(), false);
        }
        TaskSpec spec = request.spec(publicUrl.dialectUrl());
        RequestTriggers triggered =
                RequestTriggers.by(spec.prompt(), spec.callback(), sandbox.key(), dialect, request.nsfw());
        call.warn(request.warnings());
        call.warn(triggered.warnings());
        triggered.answer().ifPresent(injections::plant);
        return new Taken(sandbox, accept(dialect, spec, sandbox, triggered.wish()), true);
    }

    private TaskView accept(Dialect dialect, TaskSpec spec, Sandbox sandbox, Wish wish) {
        AcceptResult acceptance = sandbox.accept(spec, wish);
        if (acceptance instanceof AcceptResult.Accepted accepted) {
            injections.call().takes(accepted, sandbox);
            return accepted.task();
        }
        if (acceptance instanceof AcceptResult.Refused refused) {
            throw refusal(dialect, refused.reasons());
        }
        throw dialect.errors()
                .overloaded(
                        acceptance instanceof AcceptResult.NoMemory full
                                ? "All tasks together take " + full.bytes() + " bytes; see darkroom.limits.memory."
                                : tooManyUnfinished((AcceptResult.TooManyUnfinished) acceptance));
    }

    private static String tooManyUnfinished(AcceptResult.TooManyUnfinished full) {
        return "This sandbox has " + full.limit() + " unfinished tasks.";
    }

    /** Of several reasons, the one that is checked first. */
    private static ApiException refusal(Dialect dialect, List<Refusal> reasons) {
        return reasons.stream()
                .min(Comparator.comparing(reason -> dialect.checks().indexOf(check(reason))))
                .map(reason -> refusal(dialect.errors(), reason))
                .orElseThrow();
    }

    private static Check check(Refusal reason) {
        return reason instanceof Refusal.OverSpendLimit ? Check.SPEND : Check.BALANCE;
    }

    private static ApiException refusal(ErrorResponses errors, Refusal reason) {
        return reason instanceof Refusal.OverSpendLimit over
                ? errors.overSpendLimit(over)
                : errors.insufficientCredits((Refusal.ShortOfCredits) reason);
    }
}
