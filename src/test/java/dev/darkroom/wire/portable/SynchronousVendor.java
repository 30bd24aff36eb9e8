package dev.darkroom.wire.portable;

import dev.darkroom.wire.client.SandboxClient;
import java.math.BigDecimal;

/** A vendor that responds with the image's URL when the image is ready. */
record SynchronousVendor(
        String name,
        String host,
        Route route,
        SandboxClient account,
        BigDecimal fixedPrice,
        String createPath,
        String bodyTemplate,
        String balancePath,
        String balanceField)
        implements VendorClient {

    static SynchronousVendor getimg(String key) {
        return new SynchronousVendor(
                "getimg",
                "api.getimg.ai",
                Route.byPrefix("getimg"),
                new SandboxClient(key),
                new BigDecimal("0.06"),
                "/v2/images/generations",
                "{\"model\":\"gpt-image-2\",\"prompt\":\"%s\"}",
                "/v2/billing/balance",
                "balance");
    }

    @Override
    public SynchronousVendor withRoute(Route newRoute) {
        return new SynchronousVendor(
                name, host, newRoute, account, fixedPrice, createPath, bodyTemplate, balancePath, balanceField);
    }

    @Override
    public BigDecimal price(String prompt) {
        return fixedPrice;
    }

    @Override
    public BigDecimal balance() {
        return new BigDecimal(route.request(account)
                .get(route.prefix() + balancePath)
                .jsonPath()
                .getString(balanceField));
    }

    @Override
    public Submission submit(String prompt) {
        return PendingSubmission.of(account, () -> route.request(account)
                .contentType("application/json")
                .body(bodyTemplate.formatted(prompt))
                .post(route.prefix() + createPath));
    }
}
