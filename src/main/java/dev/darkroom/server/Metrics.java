package dev.darkroom.server;

import dev.darkroom.chaos.fault.FaultType;
import dev.darkroom.chaos.fault.FaultTypes;
import dev.darkroom.image.ImageCache;
import dev.darkroom.ledger.Credits;
import dev.darkroom.ledger.Totals;
import dev.darkroom.sandbox.SandboxFaults;
import dev.darkroom.sandbox.Sandboxes;
import dev.darkroom.task.TaskStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongBiFunction;

/** What is measured of the sandboxes, summed up when somebody asks, so that nothing is counted twice. */
@ApplicationScoped
class Metrics {

    private static final Map<String, Function<Totals, Credits>> CREDITS = Map.of(
            "granted", Totals::granted,
            "held", Totals::held,
            "captured", Totals::captured,
            "balance", Totals::balance);

    private final Sandboxes sandboxes;
    private final ImageCache pictures;

    Metrics(Sandboxes sandboxes, ImageCache pictures) {
        this.sandboxes = sandboxes;
        this.pictures = pictures;
    }

    void register(@Observes StartupEvent start, MeterRegistry registry) {
        Gauge.builder("darkroom.sandboxes", () -> sandboxes.all().size())
                .description("Sandboxes that are kept")
                .register(registry);
        Gauge.builder("darkroom.sandboxes.dropped", sandboxes::dropped)
                .description("Sandboxes that were dropped to make room")
                .register(registry);
        Gauge.builder("darkroom.tasks.dropped", this::droppedTasks)
                .description("Finished tasks that were dropped to make room")
                .register(registry);
        Gauge.builder("darkroom.callbacks.dropped", this::droppedCallbacks)
                .description("Callbacks that were dropped to make room")
                .register(registry);
        Gauge.builder("darkroom.pictures.drawn", pictures::drawn)
                .description("Pictures that were drawn")
                .register(registry);
        Gauge.builder("darkroom.pictures.kept", pictures::bytes)
                .description("What the pictures take that are kept")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("darkroom.exchanges.dropped", this::droppedExchanges)
                .description("Exchanges that the journals had no more room for")
                .register(registry);
        for (FaultType kind : FaultTypes.ALL) {
            fault(registry, kind, "triggered", SandboxFaults::triggered);
            fault(registry, kind, "passed over", SandboxFaults::passedOver);
        }
        for (TaskStatus status : TaskStatus.values()) {
            Gauge.builder("darkroom.tasks", () -> tasks(status))
                    .tag("status", status.name().toLowerCase(Locale.ROOT))
                    .description("Tasks that are kept, by status")
                    .register(registry);
        }
        CREDITS.forEach((state, part) -> Gauge.builder("darkroom.credits", () -> credits(part))
                .tag("state", state)
                .description("Credits of all sandboxes, by what has become of them")
                .register(registry));
    }

    private void fault(
            MeterRegistry registry, FaultType kind, String outcome, ToLongBiFunction<SandboxFaults, FaultType> count) {
        Gauge.builder("darkroom.faults", () -> sandboxes.all().stream()
                        .mapToLong(sandbox -> count.applyAsLong(sandbox.faults(), kind))
                        .sum())
                .tag("place", kind.target().name().toLowerCase(Locale.ROOT))
                .tag("fault", kind.name())
                .tag("outcome", outcome)
                .description("How often rules met what they are about, by whether they struck")
                .register(registry);
    }

    private long droppedExchanges() {
        return sandboxes.all().stream()
                .mapToLong(sandbox -> sandbox.journal().dropped())
                .sum();
    }

    private int tasks(TaskStatus status) {
        return sandboxes.all().stream().mapToInt(s -> s.tasks().count(status)).sum();
    }

    private long droppedTasks() {
        return sandboxes.all().stream()
                .mapToLong(sandbox -> sandbox.tasks().dropped())
                .sum();
    }

    private long droppedCallbacks() {
        return sandboxes.all().stream()
                .mapToLong(sandbox -> sandbox.callbacks().dropped())
                .sum();
    }

    private double credits(Function<Totals, Credits> part) {
        return sandboxes.all().stream()
                .map(sandbox -> sandbox.credits())
                .map(part)
                .map(Credits::toBigDecimal)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }
}
