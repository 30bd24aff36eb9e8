package dev.darkroom.api;

import dev.darkroom.access.ApiKey;
import dev.darkroom.task.TaskView;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The dialects that this server speaks. */
@ApplicationScoped
public class Dialects {

    private final Map<String, Dialect> byName = new LinkedHashMap<>();
    private final Map<String, Dialect> byHost = new LinkedHashMap<>();
    private final Dialect first;

    /** A name that no dialect has is an error in the settings, which stops startup later. */
    public Dialects(@All List<Dialect> dialects, RoutingConfig config) {
        for (Dialect dialect : inOrder(dialects, config.dialect())) {
            byName.put(dialect.name(), dialect);
            dialect.profile().hosts().forEach(host -> byHost.put(host, dialect));
        }
        this.first = byName.values().iterator().next();
    }

    /** The container's order differs between starts. */
    private static List<Dialect> inOrder(List<Dialect> dialects, String first) {
        return dialects.stream()
                .sorted(Comparator.comparing(
                                (Dialect dialect) -> !dialect.name().equals(first))
                        .thenComparing(Dialect::name))
                .toList();
    }

    /** The default dialect, and then the others in alphabetical order. */
    public Collection<Dialect> all() {
        return byName.values();
    }

    /** @throws IllegalArgumentException when there is no such dialect */
    public Dialect named(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no dialect is called " + name));
    }

    /** The id of a task as its client knows it. */
    public String publicId(TaskView task) {
        return named(task.spec().dialect()).publicId(task);
    }

    public Optional<Dialect> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Optional<Dialect> atHost(String host) {
        return Optional.ofNullable(byHost.get(host));
    }

    /** The models of all dialects, in alphabetical order. */
    public SortedSet<String> models() {
        SortedSet<String> models = new TreeSet<>();
        all().forEach(dialect -> models.addAll(dialect.profile().models()));
        return models;
    }

    /** The dialect whose keys begin like this one; of several, the one with the longest prefix. */
    public Optional<Dialect> byKeyPrefix(ApiKey key) {
        Dialect longest = null;
        for (Dialect dialect : byName.values()) {
            boolean fits = key.value().startsWith(dialect.profile().keyPrefix());
            if (fits
                    && (longest == null
                            || dialect.profile().keyPrefix().length()
                                    > longest.profile().keyPrefix().length())) {
                longest = dialect;
            }
        }
        return Optional.ofNullable(longest);
    }

    /** Why no dialect takes such a key; empty when one does. */
    public Optional<String> keyError(ApiKey key) {
        List<String> flaws = all().stream()
                .map(dialect -> dialect.keyError(key))
                .flatMap(Optional::stream)
                .toList();
        return flaws.size() < byName.size() ? Optional.empty() : Optional.of(String.join(" ", flaws));
    }

    /** The dialect that has this path at the root, without a host or a prefix; the default one if none has it. */
    public Dialect atRoot(String path) {
        if (first.ownsAtRoot(path)) {
            return first;
        }
        return all().stream().filter(d -> d.ownsAtRoot(path)).findFirst().orElse(first);
    }
}
