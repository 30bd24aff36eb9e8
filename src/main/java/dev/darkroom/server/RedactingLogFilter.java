package dev.darkroom.server;

import dev.darkroom.access.redaction.Redaction;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/**
 * Masks the secrets in log records: in the message with its parameters, and in the messages of exceptions. Sees every
 * failure, so it also notices when the process has run out of memory.
 *
 * @param original decides whether a record is logged; null to log all
 */
record RedactingLogFilter(Redaction redaction, Filter original) implements Filter {

    private static final ExtFormatter MESSAGES = new PatternFormatter("%s");

    @Override
    public boolean isLoggable(LogRecord logged) {
        if (original != null && !original.isLoggable(logged)) {
            return false;
        }
        redactMessage(logged);
        if (logged.getThrown() != null) {
            OutOfMemory.endProcessIfCauseOf(logged.getThrown());
            logged.setThrown(RedactedThrowable.of(logged.getThrown(), redaction));
        }
        return true;
    }

    private void redactMessage(LogRecord logged) {
        String message = MESSAGES.formatMessage(logged);
        String masked = message == null ? null : redaction.text(message);
        if (masked != message) {
            if (logged instanceof ExtLogRecord extended) {
                extended.setMessage(masked, ExtLogRecord.FormatStyle.NO_FORMAT);
            } else {
                logged.setMessage(masked);
            }
            logged.setParameters(null);
        }
    }
}
