package dev.darkroom.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.access.redaction.Redaction;
import dev.darkroom.callback.Attempt;
import dev.darkroom.callback.AttemptResult;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which lines are logged, by the lines for callback attempts. Time passes when the test says so. */
@Isolated("It reads the log of the whole JVM.")
class RequestLogTest {

    private static final AttemptResult DELIVERED = new AttemptResult.Responded(200);
    private static final AttemptResult FAILED = new AttemptResult.Responded(500);

    private final Logger log = Logger.getLogger("requests");
    private final Level previousLevel = log.getLevel();
    private final List<LogRecord> lines = new ArrayList<>();
    private final List<Runnable> timers = new ArrayList<>();
    private final Lines handler = new Lines();

    @BeforeEach
    void collectLines() {
        log.setLevel(Level.INFO);
        log.addHandler(handler);
    }

    @AfterEach
    void stopCollecting() {
        log.removeHandler(handler);
        log.setLevel(previousLevel);
    }

    @ParameterizedTest
    @CsvSource({"off, 0, 0", "false, 0, 0", "warn, 0, 1", "info, 1, 1", "debug, 1, 1"})
    void levelSelectsTheLines(String level, int delivered, int failed) {
        RequestLog requests = log(level);

        write(requests, DELIVERED, 1);
        assertThat(lines).hasSize(delivered);
        write(requests, FAILED, 1);
        assertThat(lines).hasSize(delivered + failed);
    }

    @Test
    void lastLineOfASecondSaysHowManyAreOmitted() {
        RequestLog requests = log("info");

        write(requests, DELIVERED, 150);
        assertThat(lines).hasSize(100);
        endSecond();
        assertThat(lines).hasSize(101);
        assertThat(last().getLevel().intValue()).isEqualTo(Level.INFO.intValue());
        assertThat(last().getMessage()).contains("and 50 more in this second; darkroom.log.requests=debug logs all");

        write(requests, DELIVERED, 100);
        endSecond();
        assertThat(lines).hasSize(201);
        assertThat(last().getMessage()).contains("callback POST");
    }

    @Test
    void otherLinesDoNotDisplaceWarnings() {
        RequestLog requests = log("info");

        write(requests, DELIVERED, 101);
        write(requests, FAILED, 102);
        assertThat(lines).hasSize(200);
        endSecond();
        assertThat(lines.subList(200, 202))
                .extracting(LogRecord::getMessage)
                .anyMatch(line -> line.contains("and 1 more in this second"))
                .anyMatch(line -> line.contains("and 2 more in this second"));
    }

    /** Few clients show the body of a response to {@code CONNECT}. */
    @Test
    void showsErrorsOfTheProxy() {
        log("info").logProxyError("CONNECT", "example.com:443", 403, "The host is none of the vendors'.");
        log("off").logProxyError("CONNECT", "example.com:443", 403, "The host is none of the vendors'.");

        assertThat(lines)
                .extracting(LogRecord::getMessage)
                .containsExactly("CONNECT example.com:443 → 403  ! The host is none of the vendors'.");
    }

    @Test
    void debugHasNoLimit() {
        write(log("debug"), DELIVERED, 150);

        assertThat(lines).hasSize(150);
        assertThat(timers).isEmpty();
    }

    private RequestLog log(String level) {
        return new RequestLog(vertx(), new Redaction(List.of("sk-")), () -> level);
    }

    private static void write(RequestLog requests, AttemptResult result, int count) {
        Attempt attempt = AttemptLineTest.attempt(1, false);
        for (int i = 0; i < count; i++) {
            requests.log(attempt, "localhost/hook", result);
        }
    }

    private LogRecord last() {
        return lines.get(lines.size() - 1);
    }

    private void endSecond() {
        List<Runnable> due = List.copyOf(timers);
        timers.clear();
        due.forEach(Runnable::run);
    }

    /** A Vert.x that has timers only. */
    private Vertx vertx() {
        return (Vertx) Proxy.newProxyInstance(
                Vertx.class.getClassLoader(), new Class<?>[] {Vertx.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("setTimer")) {
                        throw new UnsupportedOperationException(method.toString());
                    }
                    @SuppressWarnings("unchecked")
                    Handler<Long> timer = (Handler<Long>) arguments[1];
                    timers.add(() -> timer.handle(1L));
                    return 1L;
                });
    }

    private final class Lines extends java.util.logging.Handler {

        @Override
        public void publish(LogRecord line) {
            lines.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
