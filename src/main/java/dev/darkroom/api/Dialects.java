package dev.darkroom.api;

import dev.darkroom.access.ApiKey;
import dev.darkroom.task.TaskView;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The dialects that this server speaks. */
@Singleton
public class Dialects {

    private final Map<String, Dialect> byName = new LinkedHashMap<>();
    private final Map<String, Dialect> byHost = new LinkedHashMap<>();

    /** The dialects whose hosts end with a domain, which begins with its dot. */
    private final Map<String, Dialect> byDomain = new LinkedHashMap<>();

    /** The longest prefix first. If dialects share a prefix, it belongs to the first of them. */
    private final Map<String, Dialect> byKeyPrefix = new LinkedHashMap<>();

    private final Map<String, Dialect> ownKeyPrefixes = new LinkedHashMap<>();

    private final Dialect defaultDialect;
    private final Optional<Dialect> configured;

    /** Does not check the configured name; the settings are validated later. */
    public Dialects(@All List<Dialect> dialects, RoutingConfig config) {
        for (Dialect dialect : sorted(dialects, config.dialect())) {
            byName.put(dialect.name(), dialect);
            dialect.profile().hosts().forEach(host -> addHost(host, dialect));
        }
        byName.values().stream()
                .filter(dialect -> !dialect.profile().keyPrefix().isEmpty())
                .sorted(Comparator.comparing(
                        (Dialect dialect) -> -dialect.profile().keyPrefix().length()))
                .forEach(dialect -> byKeyPrefix.putIfAbsent(dialect.profile().keyPrefix(), dialect));
        byName.values()
                .forEach(dialect -> dialect.ownKeyPrefixes().forEach(prefix -> ownKeyPrefixes.put(prefix, dialect)));
        this.defaultDialect = byName.values().iterator().next();
        this.configured = config.dialect().flatMap(this::find);
    }

    /** Sorts the dialects, because the container's order differs between starts. */
    private static List<Dialect> sorted(List<Dialect> dialects, Optional<String> configured) {
        return dialects.stream()
                .sorted(Comparator.comparing((Dialect dialect) ->
                                !configured.map(dialect.name()::equals).orElse(dialect.isDefault()))
                        .thenComparing(Dialect::name))
                .toList();
    }

    /** The default dialect, then the others in alphabetical order. */
    public Collection<Dialect> all() {
        return byName.values();
    }

    /** @throws IllegalArgumentException if no dialect has this name */
    public Dialect named(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no dialect has the name " + name));
    }

    /** The id of a task in the format of its vendor. */
    public String publicId(TaskView task) {
        return named(task.spec().dialect()).publicId(task);
    }

    public Optional<Dialect> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Optional<Dialect> atHost(String host) {
        Dialect dialect = byHost.get(host);
        if (dialect == null && !byDomain.isEmpty()) {
            int dot = host.indexOf('.');
            dialect = dot <= 0 ? null : byDomain.get(host.substring(dot));
        }
        return Optional.ofNullable(dialect);
    }

    private void addHost(String host, Dialect dialect) {
        if (host.startsWith(DialectProfile.WILDCARD)) {
            byDomain.put(host.substring(1), dialect);
        } else {
            byHost.put(host, dialect);
        }
    }

    /** The models of all dialects, in alphabetical order. */
    public SortedSet<String> models() {
        SortedSet<String> models = new TreeSet<>();
        all().forEach(dialect -> models.addAll(dialect.profile().models()));
        return models;
    }

    /** The events that a webhook can receive, of all dialects. */
    public List<String> webhookEvents() {
        return all().stream()
                .flatMap(dialect -> dialect.webhookEvents().stream())
                .distinct()
                .toList();
    }

    /** The key prefixes of all dialects. */
    public Set<String> keyPrefixes() {
        return all().stream()
                .map(dialect -> dialect.profile().keyPrefix())
                .filter(prefix -> !prefix.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The dialect with the longest key prefix that this key begins with. */
    public Optional<Dialect> byKeyPrefix(ApiKey key) {
        return keyOwner(key).map(KeyOwner::dialect);
    }

    /** As {@link #byKeyPrefix}, with the prefix. */
    Optional<KeyOwner> keyOwner(ApiKey key) {
        return find(key, ownKeyPrefixes).or(() -> find(key, byKeyPrefix));
    }

    private static Optional<KeyOwner> find(ApiKey key, Map<String, Dialect> byPrefix) {
        return byPrefix.entrySet().stream()
                .filter(entry -> key.value().startsWith(entry.getKey()))
                .findFirst()
                .map(entry -> new KeyOwner(entry.getKey(), entry.getValue()));
    }

    /** The dialect whose keys have a prefix. */
    record KeyOwner(String prefix, Dialect dialect) {}

    /** Why the key cannot belong to any dialect; empty if it can. */
    public Optional<String> keyError(ApiKey key) {
        List<String> errors = all().stream()
                .map(dialect -> dialect.keyError(key))
                .flatMap(Optional::stream)
                .toList();
        return errors.size() < byName.size() ? Optional.empty() : Optional.of(String.join(" ", errors));
    }

    /** The dialect that {@code darkroom.dialect} names; empty if it is not set. */
    public Optional<Dialect> configured() {
        return configured;
    }

    /** The dialect that serves what nothing else decides. */
    public Dialect defaultDialect() {
        return defaultDialect;
    }
}
