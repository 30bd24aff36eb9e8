package dev.darkroom.http.json;

import java.util.Collection;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Guesses what somebody meant who wrote a name that does not exist. */
public final class Suggestions {

    private static final double ALIKE = 0.8;
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    private Suggestions() {}

    /** The known name that is most like {@code name}; empty when none is. */
    public static Optional<String> to(String name, Collection<String> known) {
        String best = null;
        double bestScore = ALIKE;
        for (String candidate : known) {
            double score = SIMILARITY.apply(name, candidate);
            if (score >= bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return Optional.ofNullable(best);
    }
}
