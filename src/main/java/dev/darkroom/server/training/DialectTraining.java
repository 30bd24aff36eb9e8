package dev.darkroom.server.training;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sends the requests for one dialect: all examples of its contract, polls of their tasks, and downloads of their
 * images, unless responses contain them.
 */
final class DialectTraining {

    /** More than one, because the tasks of the first round are seldom complete when they are polled. */
    private static final int ROUNDS = 5;

    /** With it, a task takes 20 ms, and the URL of an image is valid for 14 minutes or more. */
    private static final String FAST_CLOCK = "{\"scale\": 100}";

    /** The end of the URL that sends events until the client disconnects. */
    private static final String ENDLESS = "/events";

    /** The beginning of a PNG, JPEG or WebP image in a JSON string, where it is encoded in Base64. */
    private static final Pattern EMBEDDED = Pattern.compile("\"(?:iVBORw0KGgo|/9j/|UklGR)");

    private static final Pattern TASK_ID = Pattern.compile("\"public_id\":\"([^\"]+)\"");
    private static final Pattern CALLBACK = Pattern.compile("(?i)(\"[a-z_]*(?:callback|webhook)[a-z_]*\":)\"[^\"]*\"");

    private final TrainingClient client;
    private final String origin;
    private final String dialect;
    private final String key;
    private final Pattern url;

    DialectTraining(TrainingClient client, String origin, String dialect, String key) {
        this.client = client;
        this.origin = origin;
        this.dialect = dialect;
        this.key = key;
        this.url = Pattern.compile(Pattern.quote(origin) + "/[^\"\\\\]*");
    }

    /** @throws TrainingException if a request fails, or no response had an image or the URL of one */
    void run() {
        post(control("/clock"), FAST_CLOCK);
        ContractRequests contract = ContractRequests.of(get(control("/contract/" + dialect + ".json")));
        Set<String> images = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            creates(contract).forEach(response -> collect(response, images));
            polls(contract).forEach(response -> collect(response, images));
        }
        urls(get(origin + "/_darkroom")).stream()
                .filter(link -> !link.endsWith(ENDLESS))
                .forEach(this::get);
        if (images.isEmpty()) {
            throw new TrainingException(dialect + " has created no image; check the settings of sandboxes");
        }
    }

    private Stream<String> creates(ContractRequests contract) {
        return contract.examples().stream().map(example -> post(base() + example.path(), body(example.body())));
    }

    private Stream<String> polls(ContractRequests contract) {
        return tasks().stream().flatMap(contract::reads).map(path -> get(base() + path));
    }

    /** The ids of some tasks, in the form that the vendor uses. */
    private List<String> tasks() {
        return TASK_ID.matcher(get(control("/tasks?limit=5")))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** Replaces callback URLs, so that callbacks go to an inbox of this server and nowhere else. */
    private String body(String example) {
        return CALLBACK.matcher(example).replaceAll("$1\"" + control("/inbox/training") + "\"");
    }

    /** The URLs of this server in a response. A vendor may put them into a string of JSON, where quotes are escaped. */
    private List<String> urls(String response) {
        return url.matcher(response).results().map(MatchResult::group).toList();
    }

    /** Adds the images of a response. It may contain an image, or the URL of one. */
    private void collect(String response, Set<String> images) {
        Matcher embedded = EMBEDDED.matcher(response);
        if (embedded.find()) {
            images.add(embedded.group());
        }
        download(response, images);
    }

    /** Downloads what a response links to, except for the images that it has already downloaded. */
    private void download(String response, Set<String> images) {
        urls(response).stream()
                .filter(link -> !images.contains(link))
                .filter(link -> client.send("GET", link, key, Optional.empty()).isImage())
                .forEach(images::add);
    }

    private String get(String url) {
        return client.send("GET", url, key, Optional.empty()).body();
    }

    private String post(String url, String body) {
        return client.send("POST", url, key, Optional.of(body)).body();
    }

    private String base() {
        return origin + "/" + dialect;
    }

    private String control(String path) {
        return origin + "/_darkroom" + path;
    }
}
