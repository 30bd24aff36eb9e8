package dev.darkroom.packaged;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Replaces the parts of a response that differ from run to run. */
final class Shape {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final Pattern EXCHANGES = Pattern.compile("\"exchanges\":\\[[\\d,]*]");

    private Shape() {}

    /**
     * Replaces ids, times, names, ports, versions, durations, counts and exchange numbers. Equal ids get equal
     * replacements.
     */
    static String of(String text) {
        return withoutExchangeNumbers(withNumberedIds(text))
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
                .replaceAll("(?m)(?<=^  Exchanges: )[\\d, ]+$", "NUMBERS")
                .replaceAll("(?<=exchange )\\d+(?=: )", "N")
                .replaceAll("(?<=exchanges matched \\()\\d+(?=\\))", "N")
                .replaceAll("(?m)(?<=^darkroom_\\w{1,40}\\{.{1,200}} )[\\d.]+$", "COUNT");
    }

    private static String withoutExchangeNumbers(String text) {
        return EXCHANGES.matcher(text).replaceAll(list -> list.group().replaceAll("\\d+", "N"));
    }

    private static String withNumberedIds(String text) {
        Map<String, Integer> ids = new LinkedHashMap<>();
        return ID.matcher(text).replaceAll(id -> "ID " + ids.computeIfAbsent(id.group(), first -> ids.size() + 1));
    }
}
