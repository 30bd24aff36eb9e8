package dev.darkroom.certificate;

import dev.darkroom.access.IpAddress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.wildfly.security.x500.GeneralName;

/** The hosts in a certificate: names, and addresses (RFC 5280, section 4.2.1.6). */
final class SubjectNames {

    private SubjectNames() {}

    static List<GeneralName> of(Collection<String> hosts) {
        return hosts.stream().distinct().map(SubjectNames::of).toList();
    }

    private static GeneralName of(String host) {
        Optional<GeneralName> address =
                IpAddress.parse(host).map(found -> new GeneralName.IPAddress(found.getAddress()));
        return address.orElseGet(() -> new GeneralName.DNSName(host));
    }
}
