package dev.darkroom.http.json;

import java.util.Collection;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Suggests a known name in place of one that does not exist. */
public final class Suggestions {

    private static final double MIN_SIMILARITY = 0.8;
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    private Suggestions() {}

    /**
     * The known name that is most similar to {@code name}; empty if none is similar enough. Of several, the first in
     * the alphabet, whatever the order of {@code known}.
     */
    public static Optional<String> closest(String name, Collection<String> known) {
        String best = null;
        double bestScore = MIN_SIMILARITY;
        for (String candidate : known) {
            double score = SIMILARITY.apply(name, candidate);
            boolean isFirst = best == null || candidate.compareTo(best) < 0;
            if (score > bestScore || score == bestScore && isFirst) {
                best = candidate;
                bestScore = score;
            }
        }
        return Optional.ofNullable(best);
    }
}
