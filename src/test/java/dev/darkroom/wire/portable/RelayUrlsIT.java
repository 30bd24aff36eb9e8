package dev.darkroom.wire.portable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.ContractOperation;
import dev.darkroom.wire.server.WireTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The portable tests about URLs, with those of a relay in front of OpenAI. OpenAI itself sends none. */
@WireTest(settings = "darkroom.openai.profile=relay")
class RelayUrlsIT {

    static Stream<Arguments> routes() {
        return AllRoutesIT.routes(relay());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void urlsUseTheRouteOfTheRequest(VendorClient vendor, Route route, String base) {
        AllRoutesIT.assertUsesRoute(vendor, route, base);
    }

    @Test
    void contractHasEveryInjectedErrorOfDownloads() {
        List<ContractOperation> downloads = ContractOperation.all("openai")
                .filter(ContractOperation::isKeyless)
                .toList();

        assertThat(downloads).isNotEmpty();
        downloads.forEach(download -> InjectedErrorsIT.assertContractHasEveryError(relay(), download));
    }

    @Test
    void imagesAreAtTheHostOfTheApi() {
        HostsIT.assertSendsUrlsOfImageHost(relay());
    }

    @Test
    void headOfImageHasTheHeadersOfGet() {
        MethodsIT.assertSameHeadOfImage(relay());
    }

    private static VendorClient relay() {
        return OpenAiVendor.relay("sk-proj-portable-" + UUID.randomUUID());
    }
}
