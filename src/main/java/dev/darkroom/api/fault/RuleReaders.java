package dev.darkroom.api.fault;

import dev.darkroom.api.Dialect;
import dev.darkroom.api.Dialects;
import dev.darkroom.api.TaskIds;
import dev.darkroom.chaos.RuleReader;
import dev.darkroom.chaos.RuleVocabulary;
import java.util.stream.Collectors;

/** Creates readers of fault rules, for settings and for the control API. */
public final class RuleReaders {

    private RuleReaders() {}

    /** A reader that accepts the names, error codes and task ids of these dialects. */
    public static RuleReader of(Dialects dialects) {
        return new RuleReader(new RuleVocabulary(
                dialects.all().stream().collect(Collectors.toMap(Dialect::name, dialect -> dialect.profile()
                        .errorCodes())),
                TaskIds::read));
    }
}
