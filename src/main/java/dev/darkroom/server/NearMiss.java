package dev.darkroom.server;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Finds the path that a client may have meant. It aligns the segments of both paths: a segment may be misspelled,
 * missing, or sent twice.
 */
final class NearMiss {

    /** Longer paths are not compared, so that the work is bounded. Paths of vendors with an id are half as long. */
    private static final int MAX_LENGTH = 300;

    /** Twice as many as the longest path of a vendor has, so that a prefix sent twice fits. */
    private static final int MAX_SEGMENTS = 12;

    /** The sum of all differences of two paths must be smaller: at most one whole word may be missing or too many. */
    private static final double LIMIT = 2;

    /** A word that is missing, or that no route has. The other differences are shares of it. */
    private static final double OTHER_SEGMENT = 1;

    /** More than a misspelled word, so that a route with the method of the request may be a little less similar. */
    private static final double WRONG_METHOD = 0.5;

    /** {@code api} or a version is often wrong: a client mixes them up or repeats them when it joins a base URL. */
    private static final double COMMON_SEGMENT = 0.3;

    /** Less likely than an empty segment elsewhere: a client has sent an id that it does not have. */
    private static final double EMPTY_PARAMETER = 0.2;

    /** What a misspelled word costs besides its lack of similarity, so that a word in another case costs less. */
    private static final double MISSPELLED = 0.1;

    /** A doubled or trailing slash says nothing about what the client meant. */
    private static final double EMPTY_SEGMENT = 0.05;

    /** The word is right. */
    private static final double OTHER_CASE = 0.05;

    /** Any text fits a parameter, so of two routes, the one that has the word itself is closer. */
    private static final double PARAMETER = 0.01;

    /** {@code image} and {@code images} have 0.97, {@code chat} and {@code create} 0.78. */
    private static final double MIN_SIMILARITY = 0.8;

    private static final Pattern COMMON = Pattern.compile("api|v\\d+");
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    private NearMiss() {}

    /**
     * A route that a client may have meant.
     *
     * @param prefix the beginning of its paths as the client would send it; empty at the root
     */
    record Candidate(String prefix, Route route) {

        String template() {
            return prefix + route.template();
        }

        private List<String> segments() {
            return List.of(template().substring(1).split("/"));
        }

        /** Whether a path has a word of the route, perhaps misspelled. */
        private boolean sharesWordWith(String[] sent) {
            return words().anyMatch(word ->
                    Arrays.stream(sent).anyMatch(segment -> substitution(segment, word, LIMIT) < LIMIT));
        }

        /** Whether a path has a word of the route itself. */
        private boolean hasWordOf(String[] sent) {
            return words().anyMatch(word -> Arrays.stream(sent).anyMatch(word::equalsIgnoreCase));
        }

        /** Versions and the like occur in too many paths to count. */
        private Stream<String> words() {
            return route.segments().stream().filter(word -> !Route.isParameter(word) && !isCommon(word));
        }
    }

    /**
     * The route that is most similar to a path; the first one of several; empty if none is similar enough. If a route has
     * a word of the path, routes that have a similar word only must not differ by a whole word. If it also has the
     * method, another word of it may be quite different, such as {@code edits} for {@code generations}.
     */
    static Optional<Candidate> closest(String method, String path, List<Candidate> candidates) {
        String[] sent = path.substring(Math.min(1, path.length())).split("/", MAX_SEGMENTS + 1);
        if (path.length() > MAX_LENGTH || sent.length > MAX_SEGMENTS) {
            return Optional.empty();
        }
        List<Candidate> exact =
                candidates.stream().filter(route -> route.hasWordOf(sent)).toList();
        Candidate best = null;
        double bestDifference = LIMIT + WRONG_METHOD;
        for (Candidate candidate : candidates) {
            boolean hasMethod = candidate.route().methods().contains(method);
            boolean hasWord = exact.contains(candidate);
            double otherWord = hasMethod && hasWord ? OTHER_SEGMENT : LIMIT;
            double ofPath = candidate.sharesWordWith(sent) ? difference(sent, candidate.segments(), otherWord) : LIMIT;
            double difference = ofPath + (hasMethod ? 0 : WRONG_METHOD);
            double limit = hasWord || exact.isEmpty() ? LIMIT : OTHER_SEGMENT;
            if (ofPath < limit && difference < bestDifference) {
                best = candidate;
                bestDifference = difference;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * The edit distance of two lists of segments.
     *
     * @param otherWord the difference of two words that are not similar
     */
    private static double difference(String[] sent, List<String> template, double otherWord) {
        double[] previous = new double[template.size() + 1];
        for (int t = 1; t <= template.size(); t++) {
            previous[t] = previous[t - 1] + missing(template.get(t - 1));
        }
        for (String segment : sent) {
            double[] current = new double[template.size() + 1];
            current[0] = previous[0] + extra(segment, template);
            for (int t = 1; t <= template.size(); t++) {
                String expected = template.get(t - 1);
                current[t] = Math.min(
                        previous[t - 1] + substitution(segment, expected, otherWord),
                        Math.min(previous[t] + extra(segment, template), current[t - 1] + missing(expected)));
            }
            previous = current;
        }
        return previous[template.size()];
    }

    /** A version that was sent twice is a smaller mistake than one that the path does not have. */
    private static double extra(String segment, List<String> template) {
        if (segment.isEmpty()) {
            return EMPTY_SEGMENT;
        }
        if (isCommon(segment)) {
            return template.contains(segment) ? COMMON_SEGMENT : 2 * COMMON_SEGMENT;
        }
        return OTHER_SEGMENT;
    }

    private static double missing(String expected) {
        return isCommon(expected) ? COMMON_SEGMENT : OTHER_SEGMENT;
    }

    private static double substitution(String segment, String expected, double otherWord) {
        if (Route.isParameter(expected)) {
            return segment.isEmpty() ? EMPTY_PARAMETER : isCommon(segment) ? OTHER_SEGMENT : PARAMETER;
        }
        if (segment.equals(expected)) {
            return 0;
        }
        String lowerCase = segment.toLowerCase(Locale.ROOT);
        String expectedLowerCase = expected.toLowerCase(Locale.ROOT);
        if (lowerCase.equals(expectedLowerCase)) {
            return OTHER_CASE;
        }
        if (isCommon(lowerCase) || isCommon(expected)) {
            return isCommon(lowerCase) && isCommon(expected) ? COMMON_SEGMENT : LIMIT;
        }
        double similarity = SIMILARITY.apply(lowerCase, expectedLowerCase);
        return similarity < MIN_SIMILARITY ? otherWord : MISSPELLED + 1 - similarity;
    }

    private static boolean isCommon(String segment) {
        return COMMON.matcher(segment).matches();
    }
}
