package dev.darkroom.api;

import java.util.Set;
import java.util.stream.Stream;

/**
 * The names of a dialect's settings, without {@code darkroom.<dialect>.} before them.
 *
 * @param switches those that are true or false
 * @param others all others
 */
public record DialectSettings(Set<String> switches, Set<String> others) {

    public Stream<String> names(String dialect) {
        return Stream.of(switches, others).flatMap(Set::stream).map(name -> "darkroom." + dialect + "." + name);
    }

    public Stream<String> switches(String dialect) {
        return switches.stream().map(name -> "darkroom." + dialect + "." + name);
    }
}
