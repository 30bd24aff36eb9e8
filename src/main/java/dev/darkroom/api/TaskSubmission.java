package dev.darkroom.api;

import dev.darkroom.access.ApiKey;
import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.error.ErrorResponses;
import dev.darkroom.api.fault.FaultInjector;
import dev.darkroom.http.RequestBody;
import dev.darkroom.image.Reference;
import dev.darkroom.image.ReferenceReader;
import dev.darkroom.ledger.Refusal;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Sandboxes;
import dev.darkroom.task.AcceptResult;
import dev.darkroom.task.PlanOverrides;
import dev.darkroom.task.TaskSpec;
import dev.darkroom.task.TaskView;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Creates tasks from create requests, or rejects the requests with the vendor's errors. */
@Singleton
public class TaskSubmission {

    private final Sandboxes sandboxes;
    private final AccessChecks accessChecks;
    private final ImageUrls imageUrls;
    private final CallbackWarnings callbackWarnings;
    private final ReferenceReader references;

    TaskSubmission(
            Sandboxes sandboxes,
            AccessChecks accessChecks,
            ImageUrls imageUrls,
            CallbackWarnings callbackWarnings,
            ReferenceReader references) {
        this.sandboxes = sandboxes;
        this.accessChecks = accessChecks;
        this.imageUrls = imageUrls;
        this.callbackWarnings = callbackWarnings;
        this.references = references;
    }

    /**
     * The task of a create request.
     *
     * @param isNew whether the request created it, and paid for it; otherwise the request named an existing task
     */
    public record Submitted(TaskView task, boolean isNew) {}

    /**
     * Runs all checks of a create request, and creates its task.
     *
     * @throws ApiException for the first check that the request fails
     */
    public Submitted submit(RequestContext request, RequestReader reader) {
        request.warnAboutIgnoredHeaders(
                IgnoredHeaders.warnings(request.exchange().request().headers(), request.dialect()));
        Submitted submitted = submit(request, reader, request.body().take(request.contentType()));
        request.body().release();
        return submitted;
    }

    private Submitted submit(RequestContext request, RequestReader reader, RequestBody body) {
        SubmissionChecks checks = new SubmissionChecks(request, reader, body);
        Sandbox sandbox = accessChecks.admit(request, checks);
        ImageRequest image = checks.imageRequest();
        if (checks.existingTask().isPresent()) {
            return retried(request, image, checks.existingTask().get());
        }
        TaskSpec spec = image.spec(imageUrls.base(request));
        List<String> receivers = sandbox.limits().receivers(spec);
        RequestTriggers triggers = RequestTriggers.of(
                spec.prompt(), !receivers.isEmpty(), sandbox.key(), request.dialect(), image::moderated);
        request.warn(image.warnings());
        request.warn(triggers.warnings());
        receivers.forEach(url -> request.warn(callbackWarnings.of(url)));
        triggers.requestFault().ifPresent(fault -> FaultInjector.inject(request, fault));
        return create(request, image, spec, triggers.overrides());
    }

    /** Reports an existing task. Triggers in a retry have no effect, because the first request already had them. */
    private static Submitted retried(RequestContext request, ImageRequest image, TaskView existing) {
        request.setReportedTask(existing);
        request.warn(image.retryWarnings(existing));
        return new Submitted(existing, false);
    }

    private Submitted create(RequestContext request, ImageRequest image, TaskSpec spec, PlanOverrides overrides) {
        AcceptResult result = accept(request, spec, overrides);
        if (result instanceof AcceptResult.Accepted accepted) {
            request.setAccepted(accepted);
            decodeUploads(request, spec);
            return new Submitted(accepted.task(), true);
        }
        if (result instanceof AcceptResult.Retried earlier) {
            return retried(request, image, earlier.task());
        }
        if (result instanceof AcceptResult.Refused refused) {
            throw refusal(request.dialect(), refused.reasons());
        }
        throw request.dialect()
                .errors()
                .overloaded(
                        result instanceof AcceptResult.NoMemory full
                                ? noMemory(full)
                                : tooManyUnfinished((AcceptResult.TooManyUnfinished) result));
    }

    /** The response waits until the thumbnails have been decoded, because the content of a request is kept only so long. */
    private void decodeUploads(RequestContext request, TaskSpec spec) {
        List<Reference.Upload> uploads = spec.references().uploads();
        if (!uploads.isEmpty()) {
            CompletionStage<Void> decoded =
                    references.decode(request.sandbox().orElseThrow().key(), uploads);
            request.body().keepUntil(decoded);
            request.delayResponseUntil(decoded);
        }
    }

    /**
     * A sandbox may be reset or evicted while it has a request. The next sandbox of the key takes the task, unless the
     * key is now unknown.
     */
    private AcceptResult accept(RequestContext request, TaskSpec spec, PlanOverrides overrides) {
        Dialect dialect = request.dialect();
        ApiKey key = request.sandbox().orElseThrow().key();
        AcceptResult result = request.sandbox().orElseThrow().accept(spec, overrides);
        while (result instanceof AcceptResult.Closed) {
            Sandbox sandbox = sandboxes.authenticate(key, dialect.name()).orElseThrow(() -> dialect.errors()
                    .invalidKey("The key is unknown."));
            request.setSandbox(sandbox);
            result = sandbox.accept(spec, overrides);
        }
        return result;
    }

    private static String noMemory(AcceptResult.NoMemory full) {
        return "This sandbox's unfinished tasks take " + full.bytes() + " bytes, its share of the memory for tasks."
                + " Wait until they have ended, drop them with DELETE /_darkroom/sandbox,"
                + " or raise darkroom.limits.memory.";
    }

    private static String tooManyUnfinished(AcceptResult.TooManyUnfinished full) {
        return "This sandbox has " + full.limit() + " unfinished tasks.";
    }

    /** The error for the reason that the vendor checks first. */
    private static ApiException refusal(Dialect dialect, List<Refusal> reasons) {
        return reasons.stream()
                .min(Comparator.comparing(reason -> dialect.profile().checks().indexOf(check(reason))))
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
