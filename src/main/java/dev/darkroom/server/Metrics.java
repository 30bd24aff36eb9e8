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

/** Gauges over all sandboxes, computed when the metrics are read. */
@ApplicationScoped
class Metrics {

    private static final Map<String, Function<Totals, Credits>> CREDITS_BY_STATE = Map.of(
            "granted", Totals::granted,
            "held", Totals::held,
            "captured", Totals::captured,
            "balance", Totals::balance);

    private final Sandboxes sandboxes;
    private final ImageCache images;
    private final UploadSpace uploads;

    Metrics(Sandboxes sandboxes, ImageCache images, UploadSpace uploads) {
        this.sandboxes = sandboxes;
        this.images = images;
        this.uploads = uploads;
    }

    void register(@Observes StartupEvent event, MeterRegistry registry) {
        Gauge.builder("darkroom.sandboxes", () -> sandboxes.all().size())
                .description("Sandboxes in memory")
                .register(registry);
        Gauge.builder("darkroom.sandboxes.dropped", sandboxes::dropped)
                .description("Sandboxes dropped to free memory")
                .register(registry);
        Gauge.builder("darkroom.tasks.dropped", this::droppedTasks)
                .description("Finished tasks dropped to free memory")
                .register(registry);
        Gauge.builder("darkroom.callbacks.dropped", this::droppedCallbacks)
                .description("Callbacks dropped to free memory")
                .register(registry);
        Gauge.builder("darkroom.pictures.drawn", images::drawn)
                .description("Images drawn")
                .register(registry);
        Gauge.builder("darkroom.pictures.kept", images::bytes)
                .description("Size of the image cache")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("darkroom.uploads", uploads::reserved)
                .description("Space on disk of large forms of requests in progress")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("darkroom.exchanges.dropped", this::droppedExchanges)
                .description("Exchanges dropped from the journals")
                .register(registry);
        for (FaultType type : FaultTypes.ALL) {
            fault(registry, type, "triggered", SandboxFaults::triggered);
            fault(registry, type, "passed over", SandboxFaults::passedOver);
        }
        for (TaskStatus status : TaskStatus.values()) {
            Gauge.builder("darkroom.tasks", () -> tasks(status))
                    .tag("status", status.name().toLowerCase(Locale.ROOT))
                    .description("Tasks in memory, by status")
                    .register(registry);
        }
        CREDITS_BY_STATE.forEach((state, part) -> Gauge.builder("darkroom.credits", () -> credits(part))
                .tag("state", state)
                .description("Credits of all sandboxes, by state")
                .register(registry));
    }

    private void fault(
            MeterRegistry registry, FaultType type, String outcome, ToLongBiFunction<SandboxFaults, FaultType> count) {
        Gauge.builder("darkroom.faults", () -> sandboxes.all().stream()
                        .mapToLong(sandbox -> count.applyAsLong(sandbox.faults(), type))
                        .sum())
                .tag("place", type.target().name().toLowerCase(Locale.ROOT))
                .tag("fault", type.name())
                .tag("outcome", outcome)
                .description("Matches of fault rules, by whether the fault was injected")
                .register(registry);
    }

    private long droppedExchanges() {
        return sandboxes.all().stream()
                .mapToLong(sandbox -> sandbox.journal().dropped())
                .sum();
    }

    private int tasks(TaskStatus status) {
        return sandboxes.all().stream()
                .mapToInt(sandbox -> sandbox.tasks().count(status))
                .sum();
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
