package dev.darkroom.control;

import dev.darkroom.api.Dialects;
import dev.darkroom.callback.CallbackState;
import dev.darkroom.journal.Exchange;
import dev.darkroom.journal.report.ClientHistory;
import dev.darkroom.journal.report.Report;
import dev.darkroom.sandbox.Sandbox;
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
import jakarta.ws.rs.core.UriInfo;
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
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @QueryParam("format") @DefaultValue("json") String format) {
        Parameters.rejectUnknown(uri, "format");
        Format outputFormat =
                EnumNames.parameter("format", format, Format.values()).orElseThrow();
        Sandbox sandbox = scope.sandbox(headers);
        if (!sandbox.journal().isEnabled()) {
            throw ControlException.journalDisabled();
        }
        return executor.submit(scope.key(headers), () -> response(report(sandbox), outputFormat));
    }

    private static Response response(ClientReport report, Format format) {
        return switch (format) {
            case JSON ->
                Response.ok(JsonReport.of(report), MediaType.APPLICATION_JSON_TYPE)
                        .build();
            case JUNIT ->
                Response.ok(JUnitReport.of(report), MediaType.APPLICATION_XML_TYPE)
                        .build();
        };
    }

    private ClientReport report(Sandbox sandbox) {
        List<Exchange> exchanges = sandbox.journal().exchanges();
        ClientHistory history = new ClientHistory(
                exchanges,
                sandbox.callbacks().list(Optional.of(CallbackState.GIVEN_UP), Optional.empty(), Integer.MAX_VALUE),
                dialect -> dialects.named(dialect).profile().guidelines().pollInterval(),
                task -> sandbox.task(task).map(found -> found.spec().dialect()),
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

    private enum Format {
        JSON,
        JUNIT
    }
}
