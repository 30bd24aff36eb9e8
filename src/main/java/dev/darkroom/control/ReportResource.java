package dev.darkroom.control;

import dev.darkroom.api.DialectProfile;
import dev.darkroom.api.DialectProfile.Capability;
import dev.darkroom.api.Dialects;
import dev.darkroom.callback.CallbackState;
import dev.darkroom.callback.CallbackView;
import dev.darkroom.journal.Exchange;
import dev.darkroom.journal.report.ClientHistory;
import dev.darkroom.journal.report.KnownDialect;
import dev.darkroom.journal.report.KnownTask;
import dev.darkroom.journal.report.Report;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.task.TaskView;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reports mistakes of a sandbox's client that would cause problems in production. */
@Path("/_darkroom/report")
@ControlSecured
@NonBlocking
public class ReportResource {

    private final ControlScope scope;
    private final Dialects dialects;
    private final ControlExecutor executor;

    ReportResource(ControlScope scope, Dialects dialects, ControlExecutor executor) {
        this.executor = executor;
        this.scope = scope;
        this.dialects = dialects;
    }

    @GET
    public Uni<Response> read(
            @Context HttpHeaders headers,
            @QueryParam("format") @DefaultValue("json") String format,
            @QueryParam("fail_on") String failOn) {
        Format outputFormat =
                EnumNames.parameter("format", format, Format.values()).orElseThrow();
        boolean isStrict =
                EnumNames.parameter("fail_on", failOn, FailOn.values()).isPresent();
        Sandbox sandbox = scope.sandbox(headers);
        if (!sandbox.journal().isEnabled()) {
            throw ControlException.journalDisabled();
        }
        return executor.submit(scope.key(headers), () -> response(report(sandbox), outputFormat, isStrict));
    }

    /** @param isStrict whether findings make the request fail, like a verification */
    private static Response response(ClientReport report, Format format, boolean isStrict) {
        int status = isStrict && !report.report().isClean() ? 406 : 200;
        return switch (format) {
            case JSON -> response(status, JsonReport.of(report), MediaType.APPLICATION_JSON_TYPE);
            case JUNIT -> response(status, JUnitReport.of(report), MediaType.APPLICATION_XML_TYPE);
            case TEXT -> PlainText.response(status, ReportText.lines(report));
        };
    }

    private static Response response(int status, byte[] document, MediaType type) {
        return Response.status(status).type(type).entity(document).build();
    }

    private ClientReport report(Sandbox sandbox) {
        List<Exchange> exchanges = sandbox.journal().exchanges();
        ClientHistory history = new ClientHistory(
                exchanges,
                sandbox.callbacks().list(Optional.empty(), Optional.empty(), Integer.MAX_VALUE),
                sandbox.now(),
                dialect -> known(dialects.named(dialect).profile()),
                task -> sandbox.task(task).map(found -> known(found, sandbox)),
                task -> sandbox.task(task).map(dialects::publicId).orElseGet(task::toString));
        return new ClientReport(
                sandbox.key().masked(),
                exchanges.size(),
                sandbox.journal().dropped(),
                Report.of(history),
                finding -> finding.dialect()
                        .map(dialects::named)
                        .map(dialect -> dialect.profile().guidelines().pages().get(finding.type())));
    }

    private static KnownDialect known(DialectProfile dialect) {
        return new KnownDialect(
                dialect.guidelines().pollInterval(),
                dialect.can(Capability.POLLS),
                dialect.can(Capability.CALLBACKS),
                dialect.guidelines().finalErrors());
    }

    private static KnownTask known(TaskView task, Sandbox sandbox) {
        return new KnownTask(
                task.spec().dialect(),
                task.status(),
                task.finishedAt(),
                task.isEndedByHand(),
                sandbox.callbacks().ofTask(task.id()).stream()
                        .map(CallbackView::state)
                        .min(Comparator.comparing(CallbackState.GIVEN_UP::equals)));
    }

    private enum Format {
        JSON,
        JUNIT,
        TEXT
    }

    private enum FailOn {
        FINDINGS
    }
}
