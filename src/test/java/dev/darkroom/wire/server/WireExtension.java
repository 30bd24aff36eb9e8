package dev.darkroom.wire.server;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives each {@link WireTest} its server; the servers end with the run. */
final class WireExtension
        implements ExecutionCondition,
                BeforeAllCallback,
                TestInstancePreConstructCallback,
                BeforeEachCallback,
                AfterAllCallback {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Set<String> settings = settings(context);
        return Servers.isGiven() && !settings.isEmpty()
                ? ConditionEvaluationResult.disabled("The server at -D" + Servers.URL
                        + " is used as it is; this test needs one started with " + settings)
                : ConditionEvaluationResult.enabled("");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        use(context);
    }

    /** The fields of a test class are clients, which remember their server. */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        use(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        use(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        TestServer.use(null);
    }

    private static void use(ExtensionContext context) {
        Servers servers = context.getRoot()
                .getStore(Namespace.create(Servers.class))
                .computeIfAbsent(Servers.class, type -> new Servers(), Servers.class);
        TestServer.use(servers.with(settings(context)));
    }

    private static Set<String> settings(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestClass(), WireTest.class)
                .<Set<String>>map(test -> new TreeSet<>(Set.of(test.settings())))
                .orElseThrow();
    }
}
