package dev.darkroom.server;

import dev.darkroom.access.ApiKey;
import dev.darkroom.access.redaction.Redaction;
import dev.darkroom.api.Dialects;
import dev.darkroom.callback.CallbackSender;
import dev.darkroom.chaos.FaultRule;
import dev.darkroom.chaos.FaultSet;
import dev.darkroom.memory.InFlightMemory;
import dev.darkroom.memory.SharedMemory;
import dev.darkroom.sandbox.AccountDefaults;
import dev.darkroom.sandbox.SandboxDefaults;
import dev.darkroom.sandbox.Sandboxes;
import dev.darkroom.sandbox.WakeupScheduler;
import dev.darkroom.server.settings.AccountSettings;
import dev.darkroom.server.settings.LimitsConfig;
import dev.darkroom.server.settings.ServerConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Creates the core from the settings. */
@Singleton
class CoreProducer {

    /** Leaves 53 bits of a drawn seed, because many programs read JSON numbers as doubles. */
    private static final int DROPPED_SEED_BITS = 11;

    private static final Logger LOG = Logger.getLogger(CoreProducer.class);

    private final AccountSettings accountSettings;
    private final ServerConfig server;
    private final LimitsConfig limits;

    CoreProducer(AccountSettings accountSettings, ServerConfig server, LimitsConfig limits) {
        this.accountSettings = accountSettings;
        this.server = server;
        this.limits = limits;
    }

    @Produces
    @Singleton
    Sandboxes sandboxes(AccountDefaults accountDefaults, CallbackSender sender, WakeupScheduler scheduler) {
        long seed = server.seed().map(Long::valueOf).orElseGet(CoreProducer::drawSeed);
        LOG.infof("GET %s describes this server; /q/swagger-ui shows its APIs", DialectRouter.CONTROL);
        LOG.infof("The seed is %d; set DARKROOM_SEED=%d to repeat this run", seed, seed);
        Map<ApiKey, SandboxDefaults> seeded = accountSettings.seeded(accountDefaults);
        warnOfFaults("every new sandbox", accountDefaults.general().faults());
        seeded.forEach((key, defaults) -> warnOfFaults(key.masked(), defaults.faults()));
        Sandboxes.Settings settings = new Sandboxes.Settings(
                accountDefaults,
                seeded,
                server.keys().equals(ServerConfig.OPEN),
                limits.sandboxes(),
                seed,
                new SharedMemory(HeapShare.orElse(limits.memory(), 2, 5)),
                limits.journal(),
                new SharedMemory(HeapShare.orElse(limits.journalMemory(), 1, 10)));
        return new Sandboxes(settings, InstantSource.system(), sender, scheduler);
    }

    @Produces
    @Singleton
    InFlightMemory inFlightMemory() {
        return new InFlightMemory(HeapShare.orElse(limits.inFlight(), 1, 8));
    }

    @Produces
    @Singleton
    Redaction redaction(Dialects dialects) {
        return new Redaction(dialects.keyPrefixes());
    }

    private static long drawSeed() {
        return new SecureRandom().nextLong() >>> DROPPED_SEED_BITS;
    }

    /** Warns users, who might otherwise not recognize an injected fault. */
    private static void warnOfFaults(String affected, FaultSet faults) {
        if (!faults.rules().isEmpty()) {
            LOG.warnf(
                    "Fault rules are active in %s%s: %s; GET %s/faults lists them, DELETE removes them",
                    affected,
                    faults.weather().map(name -> " (" + name + ")").orElse(""),
                    faults.rules().stream().map(FaultRule::name).collect(Collectors.joining(", ")),
                    DialectRouter.CONTROL);
        }
    }
}
