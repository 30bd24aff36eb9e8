package dev.darkroom.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.access.redaction.Redaction;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogRecord;
import org.jboss.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogRedactionTest {

    private static final String KEY = "sk-0123456789";
    private static final Logger LOG = Logger.getLogger(LogRedactionTest.class);

    private final Lines lines = new Lines();
    private final java.util.logging.Logger owner =
            java.util.logging.Logger.getLogger(LogRedactionTest.class.getPackageName());

    @BeforeEach
    void addHandler() {
        owner.addHandler(lines);
        install();
    }

    @AfterEach
    void removeHandler() {
        owner.removeHandler(lines);
    }

    @Test
    void masksMessagesAndParameters() {
        LOG.info("a key " + KEY);
        LOG.warnf("%s to %s", KEY, "http://me:pw@host/");
        LOG.infov("{0} and {1}", 1, KEY);

        assertThat(lines.written).containsExactly("a key sk-01…89", "sk-01…89 to http://…@host/", "1 and sk-01…89");
    }

    @Test
    void masksMessagesOfExceptions() {
        Exception failure = new IllegalStateException("outer", new IllegalArgumentException("inner " + KEY));
        failure.addSuppressed(new Exception("http://me:pw@host"));

        LOG.error("failed", failure);

        assertThat(lines.written.get(0))
                .startsWith("failed")
                .contains(
                        "java.lang.IllegalStateException: outer",
                        "Caused by: java.lang.IllegalArgumentException: inner")
                .contains("sk-01…89", "http://…@host", getClass().getName())
                .doesNotContain(KEY, "me:pw");
    }

    @Test
    void survivesCircleOfCauses() {
        Exception first = new Exception("first " + KEY);
        Exception second = new Exception("second", first);
        first.initCause(second);

        LOG.error("failed", first);

        assertThat(lines.written.get(0)).contains("first sk-01…89", "second").doesNotContain(KEY);
    }

    @Test
    void keepsOtherRecords() {
        Exception failure = new Exception("harmless");
        LOG.infof(failure, "%d of %d", 1, 2);

        assertThat(lines.records.get(0).getMessage()).isEqualTo("%d of %d");
        assertThat(lines.records.get(0).getThrown()).isSameAs(failure);
    }

    @Test
    void keepsOtherFilters() {
        lines.setFilter(logged -> !logged.getMessage().contains("noise"));
        install();
        install();

        LOG.info("noise");
        LOG.info("music " + KEY);

        assertThat(lines.written).containsExactly("music sk-01…89");
    }

    @Test
    void filtersTheHandlersOfAllLoggers() {
        assertThat(java.util.logging.Logger.getLogger("").getHandlers())
                .isNotEmpty()
                .allMatch(handler -> handler.getFilter() instanceof RedactingLogFilter);
    }

    private static void install() {
        new LogRedaction().install(null, new Redaction(List.of("sk-")));
    }

    private static final class Lines extends ExtHandler {

        private final List<LogRecord> records = new ArrayList<>();
        private final List<String> written = new ArrayList<>();

        @Override
        protected void doPublish(ExtLogRecord logged) {
            records.add(logged);
            StringWriter stackTrace = new StringWriter();
            if (logged.getThrown() != null) {
                logged.getThrown().printStackTrace(new PrintWriter(stackTrace));
            }
            written.add(new PatternFormatter("%s").format(logged) + stackTrace);
        }
    }
}
