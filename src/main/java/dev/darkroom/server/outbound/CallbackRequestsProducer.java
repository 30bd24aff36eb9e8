package dev.darkroom.server.outbound;

import dev.darkroom.api.CallbackRequests;
import dev.darkroom.api.Dialects;
import dev.darkroom.server.settings.CallbackConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Creates the writer of callbacks from the settings. */
@Singleton
class CallbackRequestsProducer {

    @Produces
    @Singleton
    CallbackRequests requests(Dialects dialects, CallbackConfig config) {
        return new CallbackRequests(dialects, config.secret());
    }
}
