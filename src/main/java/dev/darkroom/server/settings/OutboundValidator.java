package dev.darkroom.server.settings;

import dev.darkroom.api.SettingErrors;
import dev.darkroom.certificate.Pem;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks the settings of the requests that the server makes itself: callbacks, and requests for references. */
@Singleton
class OutboundValidator implements ConfigValidator {

    private static final String TRUST_RULE = CallbackConfig.TRUST_ALL + " or the path of a PEM file with certificates";

    private final CallbackConfig callback;
    private final ReferencesConfig references;

    OutboundValidator(CallbackConfig callback, ReferencesConfig references) {
        this.callback = callback;
        this.references = references;
    }

    @Override
    public List<String> errors() {
        return Stream.concat(callbackErrors().stream(), referencesErrors().stream())
                .toList();
    }

    private List<String> callbackErrors() {
        List<Duration> schedule = callback.schedule();
        SettingErrors errors = SettingErrors.under(CallbackConfig.PREFIX + ".")
                .ranges("allow", callback.allow())
                .ranges("deny", callback.deny())
                .duration("drain", callback.drain());
        schedule.forEach(offset -> errors.duration("schedule", offset));
        errors.require(
                schedule.stream().sorted().toList().equals(schedule), "schedule", schedule, "in ascending order");
        errors.timeout("timeout", callback.timeout());
        callback.trust()
                .filter(trust -> !trust.equals(CallbackConfig.TRUST_ALL))
                .ifPresent(file -> fileError(file)
                        .ifPresent(error -> errors.add("trust", "=" + file + " must be " + TRUST_RULE + ": " + error)));
        return errors.atLeast(1, "connections", callback.connections()).all();
    }

    private static Optional<String> fileError(String file) {
        try {
            Pem.certificates(Path.of(file));
            return Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.of("the file does not exist");
        } catch (IOException | InvalidPathException e) {
            return Optional.of("the file cannot be read");
        } catch (CertificateException e) {
            return Optional.of(e.getMessage());
        }
    }

    private List<String> referencesErrors() {
        SettingErrors errors = SettingErrors.under(ReferencesConfig.PREFIX + ".")
                .ranges("allow", references.allow())
                .ranges("deny", references.deny());
        errors.timeout("timeout", references.timeout());
        return errors.all();
    }
}
