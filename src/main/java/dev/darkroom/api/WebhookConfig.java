package dev.darkroom.api;

import java.util.List;
import java.util.Optional;

/** A webhook in the settings. */
public interface WebhookConfig {

    /** The http or https URL of the receiver. */
    Optional<String> url();

    /** The secret that messages are signed with, as {@link dev.darkroom.callback.Webhook#SECRET_RULE} says. */
    Optional<String> secret();

    /** The events that it receives; all by default. */
    Optional<List<String>> events();
}
