package dev.darkroom.dialect.getimg;

import dev.darkroom.access.RateRule;
import dev.darkroom.api.Check;
import dev.darkroom.api.ClientGuidelines;
import dev.darkroom.api.Dialect;
import dev.darkroom.api.RequestContext;
import dev.darkroom.api.SettingErrors;
import dev.darkroom.api.error.CommonError;
import dev.darkroom.api.error.ErrorResponse;
import dev.darkroom.http.RetryAfter;
import dev.darkroom.ledger.Credits;
import dev.darkroom.sandbox.SandboxDefaults;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
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

    /** In US dollars (inferred: the vendor asks for a prepaid balance and gives no figure). */
    private static final Credits BALANCE = Credits.of("100");

    /** Limits depend on the account (providers/getimg.md §6); these figures are inferred. */
    private static final RateRule GENERATIONS = new RateRule(60, Duration.ofMinutes(1));

    private static final int AT_ONCE = 10;

    private final GetImgConfig config;
    private final GetImgErrorResponses errors = new GetImgErrorResponses();

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

    @Override
    public SandboxDefaults start(SandboxDefaults usual) {
        return usual.withCredits(BALANCE)
                .withPolicy(usual.policy().withCreates(Optional.of(GENERATIONS)).withConcurrency(Optional.of(AT_ONCE)));
    }

    @Override
    public GetImgErrorResponses errors() {
        return errors;
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
    public Class<?> configMapping() {
        return GetImgConfig.class;
    }

    @Override
    public List<String> settingErrors() {
        return SettingErrors.ofDialect(NAME)
                .checks(config.checks())
                .lasts("url-expiry", config.urlExpiry())
                .all();
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
    public ErrorResponse error(String code, Optional<Duration> retryAfter) {
        ErrorCode found = find(code).orElseThrow();
        return Envelope.of(found)
                .withHeaders(RetryAfter.header(retryAfter, found == ErrorCode.RATE_LIMIT))
                .answer();
    }

    @Override
    public String codeOfOutage() {
        return ErrorCode.SERVICE_UNAVAILABLE.code();
    }

    @Override
    public String publicId(TaskView task) {
        return RequestIds.of(task);
    }

    @Override
    public boolean hasPolls() {
        return false;
    }

    @Override
    public ClientGuidelines advice() {
        return new ClientGuidelines(Duration.ZERO, Pages.PAGES);
    }

    @Override
    public void beforeAnswer(RequestContext call) {
        RateHeaders.tell(call);
    }

    private static Optional<ErrorCode> find(String code) {
        return ErrorCode.of(code).or(() -> CommonError.of(code).map(ErrorCode::of));
    }
}
