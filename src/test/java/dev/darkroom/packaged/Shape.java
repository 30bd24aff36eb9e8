package dev.darkroom.packaged;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What of an answer stays the same from run to run. */
final class Shape {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final Pattern EXCHANGES = Pattern.compile("\"exchanges\":\\[[\\d,]*]");

    private Shape() {}

    /**
     * Ids, times, names, ports and versions differ, and so does how much had happened already, how long it took, and how
     * many exchanges the server had had before. The same id is the same wherever it stands.
     */
    static String of(String text) {
        return withoutNumbersOfExchanges(numbered(text))
                .replace("\r\n", "\n")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{2}\\.\\.\\.[0-9a-f-]+", "PART OF AN ID")
                .replaceAll("localhost:\\d+", "HOST")
                .replaceAll("curl/[\\d.]+", "CURL")
                .replaceAll("(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])", "NAME")
                .replaceAll("\\b[0-9A-Z]{26}\\b", "NAME")
                .replaceAll("(?<=sig=)[0-9a-f]+", "SIGNATURE")
                .replaceAll("\\d{4}/\\d{2}/\\d{2}", "DAY")
                .replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z", "INSTANT")
                .replaceAll("\\b\\d{10}\\b", "SECONDS")
                .replaceAll("\\b\\d{13}\\b", "MILLISECONDS")
                .replaceAll("after [\\d.]+ s\\b", "after SECONDS")
                .replaceAll("\"duration_ms\":[\\d.]+", "DURATION")
                .replaceAll("\"events\":\\d+", "EVENTS")
                .replaceAll("(?<=\"number\":)\\d+(?=,\"at\":\"INSTANT\",\"arrived_at\")", "N")
                .replaceAll("(?<=\"next_since\":)\\d+", "N")
                .replaceAll("(?<=exchange )\\d+(?=: )", "N")
                .replaceAll("(?<=exchanges matched \\()\\d+(?=\\))", "N")
                .replaceAll("(?m)(?<=^darkroom_\\w{1,40}\\{.{1,200}} )[\\d.]+$", "COUNT");
    }

    private static String withoutNumbersOfExchanges(String text) {
        return EXCHANGES.matcher(text).replaceAll(list -> list.group().replaceAll("\\d+", "N"));
    }

    private static String numbered(String text) {
        Map<String, Integer> ids = new LinkedHashMap<>();
        return ID.matcher(text).replaceAll(id -> "ID " + ids.computeIfAbsent(id.group(), first -> ids.size() + 1));
    }
}
