package dev.darkroom.server.log;

import dev.darkroom.access.redaction.Redaction;
import dev.darkroom.callback.Attempt;
import dev.darkroom.callback.AttemptResult;
import dev.darkroom.chaos.InjectedFault;

/**
 * A callback attempt, as its line in the log shows it.
 *
 * @param receiver the host and the path, without the user, the password and the query
 */
record AttemptLine(Attempt attempt, String receiver, AttemptResult result) {

    String text(Redaction redaction) {
        LogText text = new LogText(redaction)
                .own("callback POST ")
                .foreign(receiver)
                .own(" → ")
                .own(outcome())
                .own(ExchangeLine.task(attempt.task().id()))
                .own(" attempt " + attempt.number())
                .own(attempt.isLast() && !result.isDelivered() ? ", the last" : "");
        attempt.fault().map(InjectedFault::name).ifPresent(fault -> text.own(" fault ")
                .foreign(fault));
        if (result instanceof AttemptResult.NoResponse failed) {
            text.warning(failed.reason());
        } else if (result instanceof AttemptResult.Forbidden forbidden) {
            text.warning(forbidden.reason());
        }
        return text.toString();
    }

    /** Whether anything about it deserves attention. */
    boolean isRemarkable() {
        return !result.isDelivered() || attempt.fault().isPresent();
    }

    private String outcome() {
        return result instanceof AttemptResult.Responded response
                ? Integer.toString(response.status())
                : result instanceof AttemptResult.Forbidden ? "not sent" : "no response";
    }
}
