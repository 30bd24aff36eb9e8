package dev.darkroom.control;

import dev.darkroom.api.Dialects;
import dev.darkroom.callback.CallbackState;
import dev.darkroom.journal.Exchange;
import dev.darkroom.journal.report.ClientHistory;
import dev.darkroom.journal.report.Report;
import dev.darkroom.sandbox.Sandbox;
import io.smallrye.common.annotation.Blocking;
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

/** Tells what the client of a sandbox did that would hurt it in production. */
@Path("/_darkroom/report")
@ControlSecured
@Blocking
public class ReportResource {

    private final ControlScope callers;
    private final Dialects dialects;

    ReportResource(ControlScope callers, Dialects dialects) {
        this.callers = callers;
        this.dialects = dialects;
    }

    @GET
    public Response read(
            @Context UriInfo address,
            @Context HttpHeaders headers,
            @QueryParam("format") @DefaultValue("json") String format) {
        Parameters.only(address, "format");
        Format wanted = Words.parameter("format", format, Format.values()).orElseThrow();
        Sandbox sandbox = callers.sandbox(headers);
        if (!sandbox.journal().isEnabled()) {
            throw ControlError.noJournal();
        }
        ClientReport report = report(sandbox);
        return switch (wanted) {
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
        ClientHistory conduct = new ClientHistory(
                exchanges,
                sandbox.callbacks().list(Optional.of(CallbackState.GIVEN_UP), Optional.empty(), Integer.MAX_VALUE),
                dialect -> dialects.named(dialect).advice().pollInterval(),
                task -> sandbox.task(task).map(found -> found.spec().dialect()),
                task -> sandbox.task(task).map(dialects::publicId).orElseGet(task::toString));
        return new ClientReport(
                sandbox.key().masked(),
                exchanges.size(),
                sandbox.journal().dropped(),
                Report.of(conduct),
                finding -> finding.dialect()
                        .map(dialects::named)
                        .map(dialect -> dialect.advice().pages().get(finding.type())));
    }

    private enum Format {
        JSON,
        JUNIT
    }
}
