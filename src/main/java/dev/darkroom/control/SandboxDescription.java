package dev.darkroom.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.darkroom.access.IpRange;
import dev.darkroom.access.RateRule;
import dev.darkroom.callback.Webhook;
import dev.darkroom.http.json.Json;
import dev.darkroom.ledger.CombinedTotals;
import dev.darkroom.ledger.Credits;
import dev.darkroom.ledger.SpendLimits;
import dev.darkroom.ledger.SpendWindow;
import dev.darkroom.ledger.Totals;
import dev.darkroom.sandbox.AccountDefaults;
import dev.darkroom.sandbox.KeyPolicy;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.SandboxDefaults;
import dev.darkroom.task.Lifecycle;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.time.Latency;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A sandbox in the control API's JSON. Fields that a request can change have the same names and values as in the
 * request.
 */
final class SandboxDescription {

    private SandboxDescription() {}

    static ObjectNode of(Sandbox sandbox) {
        Totals totals = sandbox.credits();
        ObjectNode json = Json.object()
                .put("key", sandbox.key().masked())
                .put("handle", sandbox.handle())
                .put("now", sandbox.now().toString())
                .put("frozen", sandbox.time().isFrozen())
                .<ObjectNode>set("scale", Json.number(sandbox.time().scale()))
                .set("credits", Json.number(totals.balance()));
        addPolicy(json, sandbox.policy());
        addLifecycle(json, sandbox.lifecycle());
        json.put("seed", sandbox.seed());
        json.set("ledger", LedgerResource.totals(CombinedTotals.of(List.of(totals))));
        json.set("tasks", tasks(sandbox));
        json.putObject("callbacks").put("dropped", sandbox.callbacks().dropped());
        json.set("faults", FaultSummary.of(sandbox.faults().inForce()));
        json.putObject("journal").put("dropped", sandbox.journal().dropped());
        return json;
    }

    /** What a list of sandboxes shows. */
    static ObjectNode summary(Sandbox sandbox) {
        ObjectNode json = Json.object()
                .put("handle", sandbox.handle())
                .put("key", sandbox.key().masked());
        sandbox.usage().dialects().forEach(json.putArray("dialects")::add);
        json.put(
                "last_used_at",
                Instant.ofEpochMilli(sandbox.usage().lastMillis()).toString());
        json.set("tasks", tasks(sandbox));
        json.set("balance", Json.number(sandbox.credits().balance()));
        json.set("faults", FaultSummary.of(sandbox.faults().inForce()));
        return json.set("clock", ClockResource.describe(sandbox.time()));
    }

    private static ObjectNode tasks(Sandbox sandbox) {
        ObjectNode tasks = Json.object();
        for (TaskStatus status : TaskStatus.values()) {
            tasks.put(EnumNames.of(status), sandbox.tasks().count(status));
        }
        return tasks.put("dropped", sandbox.tasks().dropped());
    }

    /** The general defaults, followed by those for keys with a vendor's prefix. */
    static ObjectNode of(AccountDefaults accountDefaults) {
        ObjectNode json = of(accountDefaults.general());
        ObjectNode byPrefix = json.putObject("by_key_prefix");
        accountDefaults.byPrefix().stream()
                .sorted(Comparator.comparing(AccountDefaults.ForDialect::prefix))
                .filter(entry -> !entry.prefix().isEmpty() && !byPrefix.has(entry.prefix()))
                .forEach(entry -> byPrefix.set(entry.prefix(), of(entry.defaults())));
        return json;
    }

    private static ObjectNode of(SandboxDefaults defaults) {
        ObjectNode json = Json.object().set("credits", Json.number(defaults.credits()));
        addPolicy(json, defaults.policy());
        addLifecycle(json, defaults.lifecycle());
        return json;
    }

    private static void addLifecycle(ObjectNode json, Lifecycle lifecycle) {
        json.put("progression", lifecycle.progression().text());
        json.set("pending", latency(lifecycle.pending()));
        json.set("processing", latency(lifecycle.processing()));
    }

    private static JsonNode latency(Latency latency) {
        if (latency instanceof Latency.Fixed fixed) {
            return TextNode.valueOf(fixed.duration().toString());
        }
        return latency instanceof Latency.Range range
                ? Json.object()
                        .put("min", range.min().toString())
                        .put("max", range.max().toString())
                : logNormal((Latency.LogNormal) latency);
    }

    private static JsonNode logNormal(Latency.LogNormal latency) {
        return Json.object()
                .put("median", latency.median().toString())
                .put("p95", latency.p95().toString());
    }

    private static void addPolicy(ObjectNode json, KeyPolicy policy) {
        json.put("key_status", EnumNames.of(policy.keyStatus()));
        policy.allowedIps().ranges().stream().map(IpRange::text).forEach(json.putArray("allowed_ips")::add);
        addRate(json, "rate_limit", policy.rateLimit());
        addRate(json, "poll_rate_limit", policy.pollRateLimit());
        policy.concurrency().ifPresentOrElse(max -> json.put("concurrency", max), () -> json.putNull("concurrency"));
        addSpendLimits(json, policy.spendLimits());
        policy.inactiveModels().stream().sorted().forEach(json.putArray("inactive_models")::add);
        ArrayNode webhooks = json.putArray("webhooks");
        policy.webhooks().forEach(webhook -> add(webhook, webhooks.addObject()));
    }

    private static void add(Webhook webhook, ObjectNode json) {
        json.put("url", webhook.url()).put("secret", webhook.maskedSecret());
        if (webhook.events().isEmpty()) {
            json.putNull("events");
        } else {
            webhook.events().forEach(json.putArray("events")::add);
        }
    }

    private static void addRate(ObjectNode json, String name, Optional<RateRule> rate) {
        rate.ifPresentOrElse(
                rule -> json.putObject(name)
                        .put("requests", rule.requests())
                        .put("window", rule.window().toString()),
                () -> json.putNull(name));
    }

    private static void addSpendLimits(ObjectNode json, SpendLimits limits) {
        if (limits.byWindow().isEmpty()) {
            json.putNull("spend_limits");
            return;
        }
        ObjectNode spendLimits = json.putObject("spend_limits");
        for (SpendWindow window : SpendWindow.values()) {
            Credits limit = limits.byWindow().get(window);
            spendLimits.set(EnumNames.of(window), limit == null ? spendLimits.nullNode() : Json.number(limit));
        }
        spendLimits.put("windows", EnumNames.of(limits.windows()));
    }
}
