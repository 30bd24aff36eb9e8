package dev.darkroom.access.redaction;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A way to write characters so that a parser reads other ones. */
enum Escape {
    /** {@code \u0073} and {@code \/}. */
    JSON,
    /** {@code %73}. */
    PERCENT,
    /** {@code &#115;} and {@code &amp;}. */
    XML;

    static final Set<Escape> ALL = EnumSet.allOf(Escape.class);

    /** Each escape alone. */
    static final List<Set<Escape>> EACH = List.of(Set.of(JSON), Set.of(PERCENT), Set.of(XML));
}
