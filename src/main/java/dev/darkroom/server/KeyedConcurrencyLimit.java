package dev.darkroom.server;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Lets so much of one kind be done at the same time; the rest waits in line. Safe for use by several threads. */
final class KeyedConcurrencyLimit {

    private final Vertx vertx;
    private final int most;
    private final Map<Object, Line> lines = new HashMap<>();

    KeyedConcurrencyLimit(Vertx vertx, int most) {
        this.vertx = vertx;
        this.most = most;
    }

    /** Does it when its turn has come. */
    <T> Future<T> take(Object kind, Supplier<Future<T>> work) {
        return enter(kind)
                .compose(turn ->
                        Future.succeededFuture().compose(now -> work.get()).onComplete(done -> leave(kind)));
    }

    /** Fails what waits for its turn. */
    void forget(Predicate<Object> kinds) {
        List<Promise<Void>> forgotten = new ArrayList<>();
        synchronized (this) {
            lines.forEach((kind, line) -> {
                if (kinds.test(kind)) {
                    forgotten.addAll(line.waiting);
                    line.waiting.clear();
                }
            });
        }
        forgotten.forEach(turn -> turn.fail(new CancellationException("it was given up before its turn came")));
    }

    private synchronized Future<Void> enter(Object kind) {
        Line line = lines.computeIfAbsent(kind, k -> new Line());
        if (line.underWay < most) {
            line.underWay++;
            return Future.succeededFuture();
        }
        Promise<Void> turn = Promise.promise();
        line.waiting.add(turn);
        return turn.future();
    }

    /** The next begins later: a long line of what ends as soon as it begins would not fit on the stack. */
    private synchronized void leave(Object kind) {
        Line line = lines.get(kind);
        Promise<Void> next = line.waiting.poll();
        if (next != null) {
            vertx.runOnContext(later -> next.complete());
        } else if (--line.underWay == 0) {
            lines.remove(kind);
        }
    }

    private static final class Line {
        private final ArrayDeque<Promise<Void>> waiting = new ArrayDeque<>();
        private int underWay;
    }
}
