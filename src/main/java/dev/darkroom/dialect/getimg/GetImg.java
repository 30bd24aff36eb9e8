package dev.darkroom.dialect.getimg;

import dev.darkroom.access.RateRule;
import dev.darkroom.dialect.Advice;
import dev.darkroom.dialect.Call;
import dev.darkroom.dialect.Check;
import dev.darkroom.dialect.CommonError;
import dev.darkroom.dialect.Dialect;
import dev.darkroom.dialect.DialectError;
import dev.darkroom.ledger.Credits;
import dev.darkroom.sandbox.SandboxDefaults;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskView;
import dev.darkroom.time.Latency;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** getimg.ai, second version of its API, as of seeds/004. */
@ApplicationScoped
public class GetImg implements Dialect {

    static final String NAME = "getimg";

    /** providers/getimg.md §2. */
    private static final String KEY_PREFIX = "sk_";

    /** providers/getimg.md §6. */
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final GetImgConfig config;
    private final GetImgRefusals refusals = new GetImgRefusals();

    GetImg(GetImgConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> hosts() {
        return Set.of("api.getimg.ai");
    }

    @Override
    public String keyPrefix() {
        return KEY_PREFIX;
    }

    /** The vendor gives no figures, so these are inferred. */
    @Override
    public SandboxDefaults start(SandboxDefaults usual) {
        return usual.withCredits(Credits.of(config.balance()))
                .withRules(usual.rules()
                        .withCreates(Optional.of(new RateRule(config.requestsPerMinute(), WINDOW)))
                        .withConcurrency(Optional.of(config.concurrency())));
    }

    @Override
    public GetImgRefusals refusals() {
        return refusals;
    }

    @Override
    public List<Check> checks() {
        return config.checks();
    }

    @Override
    public List<String> errorCodes() {
        return Stream.concat(Arrays.stream(ErrorCode.values()).map(ErrorCode::code), CommonError.codes().stream())
                .distinct()
                .toList();
    }

    @Override
    public Set<String> models() {
        return Set.of(Model.ID);
    }

    @Override
    public List<String> faultsInSettings() {
        List<String> faults = new ArrayList<>();
        if (!Check.isOrder(config.checks())) {
            faults.add("darkroom.getimg.checks=" + config.checks() + " must be " + Check.ORDER_RULE);
        }
        Duration expiry = config.urlExpiry();
        if (expiry.isNegative() || expiry.compareTo(Latency.LONGEST) > 0) {
            faults.add("darkroom.getimg.url-expiry=" + expiry + " must be from 0s to 3650d");
        }
        if (Credits.balance(config.balance()).isEmpty()) {
            faults.add("darkroom.getimg.balance=" + config.balance() + " must be " + Credits.BALANCE_RULE);
        }
        int requests = config.requestsPerMinute();
        if (requests < 1 || requests > RateRule.MOST_REQUESTS) {
            faults.add(
                    "darkroom.getimg.requests-per-minute=" + requests + " must be from 1 to " + RateRule.MOST_REQUESTS);
        }
        if (config.concurrency() < 1) {
            faults.add("darkroom.getimg.concurrency=" + config.concurrency() + " must be at least 1");
        }
        return faults;
    }

    @Override
    public boolean ownsAtRoot(String path) {
        return path.startsWith("/v2/");
    }

    @Override
    public Optional<Outcome.Fails> failure(Optional<String> code, Optional<String> message) {
        return find(code.orElse(ErrorCode.INTERNAL_ERROR.code()))
                .map(found -> new Outcome.Fails(found.code(), message.orElse(found.message())));
    }

    @Override
    public DialectError error(String code, Optional<Duration> retryAfter) {
        ErrorCode found = find(code).orElseThrow();
        boolean isThrottled = found == ErrorCode.RATE_LIMIT;
        Envelope usual = Envelope.of(found);
        return retryAfter
                .or(() -> isThrottled ? Optional.of(Duration.ofSeconds(1)) : Optional.empty())
                .map(usual::withRetryAfter)
                .orElse(usual)
                .answer();
    }

    @Override
    public String codeOfOutage() {
        return ErrorCode.SERVICE_UNAVAILABLE.code();
    }

    @Override
    public String spelt(TaskView task) {
        return RequestIds.of(task);
    }

    @Override
    public boolean hasPolls() {
        return false;
    }

    @Override
    public Advice advice() {
        return new Advice(Duration.ZERO, Pages.PAGES);
    }

    @Override
    public void beforeAnswer(Call call) {
        RateHeaders.tell(call);
    }

    private static Optional<ErrorCode> find(String code) {
        return ErrorCode.of(code).or(() -> CommonError.of(code).map(ErrorCode::of));
    }
}
