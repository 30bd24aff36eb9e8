package dev.darkroom.server;

import dev.darkroom.access.ApiKey;
import dev.darkroom.api.Dialects;
import dev.darkroom.callback.CallbackSender;
import dev.darkroom.callback.RetrySchedule;
import dev.darkroom.chaos.FaultRule;
import dev.darkroom.chaos.FaultSet;
import dev.darkroom.chaos.RuleReader;
import dev.darkroom.control.RuleBodies;
import dev.darkroom.image.ImageCache;
import dev.darkroom.image.ReferenceReader;
import dev.darkroom.ledger.Credits;
import dev.darkroom.memory.MemoryBudget;
import dev.darkroom.sandbox.AccountDefaults;
import dev.darkroom.sandbox.KeyPolicy;
import dev.darkroom.sandbox.SandboxDefaults;
import dev.darkroom.sandbox.Sandboxes;
import dev.darkroom.sandbox.WakeupScheduler;
import dev.darkroom.task.Lifecycle;
import dev.darkroom.task.Progression;
import dev.darkroom.time.Latency;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Puts the core together with what the settings say. */
@Singleton
class CoreProducer {

    private static final Latency PENDING = new Latency.Fixed(Duration.ofMillis(500));
    private static final Latency PROCESSING = new Latency.Fixed(Duration.ofMillis(1500));
    private static final Credits CREDITS = Credits.of("10000");
    /** Many a program reads whole numbers of no more than 53 bits. */
    private static final int UNREADABLE_BITS = 11;

    /** So many pictures may wait to be drawn. */
    private static final int MAX_WAITING = 1000;

    private static final Logger LOG = Logger.getLogger(CoreProducer.class);

    @Produces
    @Singleton
    AccountDefaults starts(
            SandboxConfig sandbox,
            LifecycleConfig lifecycle,
            CallbackConfig callback,
            LimitsConfig limits,
            Dialects dialects,
            @ConfigProperty(name = "darkroom.weather") Optional<String> weather,
            @ConfigProperty(name = "darkroom.faults") Optional<String> faults) {
        SandboxDefaults unset = new SandboxDefaults(
                CREDITS,
                KeyPolicy.NONE,
                new Lifecycle(
                        Progression.TIMED,
                        LatencySettings.latency(lifecycle.pending(), PENDING),
                        LatencySettings.latency(lifecycle.processing(), PROCESSING)),
                new RetrySchedule(callback.schedule()),
                new FaultSettings("darkroom.", weather, faults, RuleBodies.reader(dialects)).over(FaultSet.NONE),
                limits.tasks());
        SandboxSettings settings = new SandboxSettings("darkroom.sandbox", sandbox);
        List<AccountDefaults.ForDialect> byPrefix = dialects.all().stream()
                .map(dialect -> new AccountDefaults.ForDialect(
                        dialect.name(), dialect.keyPrefix(), settings.over(dialect.start(unset))))
                .toList();
        return new AccountDefaults(settings.over(unset), byPrefix);
    }

    /** @param givenSeed what all chance comes from; drawn and printed when it is not given */
    @Produces
    @Singleton
    Sandboxes sandboxes(
            AccountDefaults starts,
            SandboxesConfig seeded,
            LimitsConfig limits,
            @ConfigProperty(name = "darkroom.keys", defaultValue = SettingsValidator.OPEN) String keys,
            @ConfigProperty(name = "darkroom.seed") Optional<String> givenSeed,
            Dialects dialects,
            CallbackSender sender,
            WakeupScheduler wakeup) {
        long seed = givenSeed.map(Long::valueOf).orElseGet(() -> new SecureRandom().nextLong() >>> UNREADABLE_BITS);
        LOG.infof("GET %s tells what this server has to offer, /q/swagger-ui shows it", DialectRouter.CONTROL);
        LOG.infof("The seed is %d; DARKROOM_SEED=%d in the environment repeats this run", seed, seed);
        warnOf("every new sandbox", starts.general().faults());
        Sandboxes.Settings settings = new Sandboxes.Settings(
                starts,
                seeded(seeded, starts, RuleBodies.reader(dialects)),
                keys.equals(SettingsValidator.OPEN),
                limits.sandboxes(),
                seed,
                room(limits),
                limits.journal(),
                journalRoom(limits));
        return new Sandboxes(settings, InstantSource.system(), sender, wakeup);
    }

    /** Half of the processors draw, so that there is always one for those who only ask. */
    @Produces
    @Singleton
    ImageCache pictures(ReferenceReader references, LimitsConfig limits) {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        ThreadPoolExecutor drawers = new ThreadPoolExecutor(
                threads, threads, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(MAX_WAITING), CoreProducer::drawer);
        drawers.allowCoreThreadTimeOut(true);
        long most = limits.pictures()
                .map(MemorySize::asLongValue)
                .orElseGet(() -> Runtime.getRuntime().maxMemory() / 20);
        return new ImageCache(references, drawers, most);
    }

    private static Thread drawer(Runnable work) {
        Thread thread = new Thread(work, "darkroom-drawing");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    /** So that nobody looks for the cause of a planted fault. */
    private static void warnOf(String where, FaultSet faults) {
        if (!faults.rules().isEmpty()) {
            LOG.warnf(
                    "Faults are planted in %s%s: %s; GET %s/faults shows them, DELETE takes them away",
                    where,
                    faults.weather().map(name -> " (" + name + ")").orElse(""),
                    faults.rules().stream().map(FaultRule::name).collect(Collectors.joining(", ")),
                    DialectRouter.CONTROL);
        }
    }

    private static MemoryBudget room(LimitsConfig limits) {
        long most = limits.memory()
                .map(MemorySize::asLongValue)
                .orElseGet(() -> Runtime.getRuntime().maxMemory() / 5 * 3);
        return new MemoryBudget(most);
    }

    private static MemoryBudget journalRoom(LimitsConfig limits) {
        long most = limits.journalMemory()
                .map(MemorySize::asLongValue)
                .orElseGet(() -> Runtime.getRuntime().maxMemory() / 10);
        return new MemoryBudget(most);
    }

    private static Map<ApiKey, SandboxDefaults> seeded(
            SandboxesConfig seeded, AccountDefaults starts, RuleReader reader) {
        Map<ApiKey, SandboxDefaults> byKey = new HashMap<>();
        seeded.byKey().forEach((key, config) -> {
            SandboxDefaults defaults = starts.of(new ApiKey(key));
            SandboxDefaults own = new SandboxSettings(key, config).over(defaults);
            Lifecycle lifecycle = own.lifecycle()
                    .withPending(LatencySettings.latency(
                            config.pending(), own.lifecycle().pending()))
                    .withProcessing(LatencySettings.latency(
                            config.processing(), own.lifecycle().processing()));
            FaultSet faults = new FaultSettings(key, config.weather(), config.faults(), reader).over(defaults.faults());
            warnOf(new ApiKey(key).masked(), faults);
            byKey.put(new ApiKey(key), own.withLifecycle(lifecycle).withFaults(faults));
        });
        return byKey;
    }
}
