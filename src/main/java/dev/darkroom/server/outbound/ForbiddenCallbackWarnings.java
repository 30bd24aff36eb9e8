package dev.darkroom.server.outbound;

import dev.darkroom.access.AddressPolicy;
import dev.darkroom.access.IpAddress;
import dev.darkroom.api.CallbackWarnings;
import dev.darkroom.http.HttpUrl;
import dev.darkroom.http.HttpUrls;
import dev.darkroom.server.settings.CallbackConfig;
import jakarta.inject.Singleton;
import java.util.List;

/** Warns about callbacks to addresses that the {@link AddressPolicy} forbids. */
@Singleton
class ForbiddenCallbackWarnings implements CallbackWarnings {

    private final AddressPolicy policy;

    ForbiddenCallbackWarnings(CallbackConfig config) {
        this.policy = OutboundTargets.policy(CallbackConfig.PREFIX, config.allow(), config.deny());
    }

    @Override
    public List<String> of(String url) {
        return HttpUrls.parse(url).map(HttpUrl::host).flatMap(IpAddress::parse).flatMap(policy::objection).stream()
                .map(objection -> "The callback will not be sent: " + objection)
                .toList();
    }
}
