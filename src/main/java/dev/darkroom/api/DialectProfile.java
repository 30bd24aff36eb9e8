package dev.darkroom.api;

import dev.darkroom.api.error.CommonError;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The fixed properties of a dialect.
 *
 * @param name also the first segment of its paths: {@code /<name>/…}
 * @param displayName the vendor's name for people
 * @param hosts the vendor's host names; a request to one of them belongs to this dialect, whatever its path. A name
 *     that begins with {@value #WILDCARD} stands for all names with one more label, as in certificates
 * @param fileHost the one of the hosts that serves only files; empty if the API's host serves them
 * @param keyPrefix the text that its API keys begin with; empty if they have no common prefix
 * @param checks the order in which requests are checked
 * @param models the names of its models
 * @param errorCodes the codes that rules and triggers may name: the vendor's own, and those of {@link CommonError}
 * @param outageCode the code of its responses while the vendor is down
 * @param guidelines how its clients should behave
 * @param capabilities what its API can do
 */
public record DialectProfile(
        String name,
        String displayName,
        Set<String> hosts,
        Optional<String> fileHost,
        String keyPrefix,
        List<Check> checks,
        Set<String> models,
        List<String> errorCodes,
        String outageCode,
        ClientGuidelines guidelines,
        Set<Capability> capabilities) {

    /** The beginning of a host name that stands for several names. */
    public static final String WILDCARD = "*.";

    public DialectProfile {
        hosts = Set.copyOf(hosts);
        checks = List.copyOf(checks);
        models = Set.copyOf(models);
        errorCodes = List.copyOf(errorCodes);
        capabilities = Set.copyOf(capabilities);
    }

    /** Something that only some vendors' APIs can do. */
    public enum Capability {
        /** Clients poll a task for its status. Without it, the response to a create request has the result. */
        POLLS,
        /** A create request can name a URL that is called when the task has ended. */
        CALLBACKS
    }

    /** The hosts of the API, in alphabetical order. */
    public List<String> apiHosts() {
        return hosts.stream()
                .filter(host -> !fileHost.equals(Optional.of(host)))
                .sorted()
                .toList();
    }

    public boolean can(Capability capability) {
        return capabilities.contains(capability);
    }
}
