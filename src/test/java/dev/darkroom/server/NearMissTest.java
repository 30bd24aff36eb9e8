package dev.darkroom.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.server.NearMiss.Candidate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearMissTest {

    private static final List<Candidate> CANDIDATES = List.of(
            candidate("/v1/tasks/{id}", "GET"),
            candidate("/v1/credits", "GET"),
            candidate("/v1/images/generations", "POST"),
            candidate("/images/{year}/{month}/{day}/{file}", "GET"),
            candidate("/api/v1/balance", "GET"),
            candidate("/api/v1/jobs/createTask", "POST"),
            candidate("/files/jobs/{file}", "GET"));

    @ParameterizedTest
    @CsvSource({
        "/v1/image/generations, /v1/images/generations",
        "/v1/images/generation, /v1/images/generations",
        "/v1/images/genrations, /v1/images/generations",
        "/images/generations, /v1/images/generations",
        "/generations, /v1/images/generations",
        "/v1/v1/images/generations, /v1/images/generations",
        "/v1/v1/v1/images/generations, /v1/images/generations",
        "/v2/images/generations, /v1/images/generations",
        "/api/v1/images/generations, /v1/images/generations",
        "/v1/images/generations/, /v1/images/generations",
        "//v1/images//generations, /v1/images/generations",
        "/V1/Images/Generations, /v1/images/generations",
        "/v1/images, /v1/images/generations",
        "/tasks/397c, /v1/tasks/{id}",
        "/v1/task/397c, /v1/tasks/{id}",
        "/v1/v1/tasks/397c, /v1/tasks/{id}",
        "/v1/tasks/397c/, /v1/tasks/{id}",
        "/v1/tasks//, /v1/tasks/{id}",
        "/v1/tasks, /v1/tasks/{id}",
        "/v1/tasks/397c/status, /v1/tasks/{id}",
        "/v1/credit, /v1/credits",
        "/credits, /v1/credits",
        "/api/api/v1/balance, /api/v1/balance",
        "/v1/balance, /api/v1/balance",
        "/api/v1/jobs/create-task, /api/v1/jobs/createTask",
        "/v1/jobs/createTask, /api/v1/jobs/createTask",
        "/v1/images/2026/11/28/a.png, /images/{year}/{month}/{day}/{file}",
    })
    void findsPathThatWasMeant(String sent, String meant) {
        assertThat(NearMiss.closest("GET", sent, CANDIDATES))
                .map(Candidate::template)
                .contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "*", "/v1", "/v1/", "/nope", "/v1/nope", "/v1/chat/completions", "/api/v1/jobs/x"})
    void findsNothingForOtherPaths(String sent) {
        assertThat(NearMiss.closest("GET", sent, CANDIDATES)).isEmpty();
    }

    /** {@code /api/v1/chat/credit} has the word itself, but a whole word more. */
    @Test
    void prefersMisspelledWordToMissingWord() {
        List<Candidate> candidates = List.of(candidate("/api/v1/chat/credit", "GET"), candidate("/v1/credits", "GET"));

        assertThat(NearMiss.closest("GET", "/v1/credit", candidates))
                .map(Candidate::template)
                .contains("/v1/credits");
    }

    /** {@code edits} resembles {@code credits}, but the other path has the word images and the method. */
    @ParameterizedTest
    @CsvSource({
        "/v1/images/edits, /v1/images/generations",
        "/images/edits, /v1/images/generations",
        "/v1/images/variations, /v1/images/generations",
        "/api/v1/jobs/create, /api/v1/jobs/createTask"
    })
    void prefersPathWithSameWordAndMethod(String sent, String meant) {
        assertThat(NearMiss.closest("POST", sent, CANDIDATES))
                .map(Candidate::template)
                .contains(meant);
        assertThat(NearMiss.closest("GET", "/v1/images/edits", CANDIDATES)).isEmpty();
    }

    @Test
    void prefersPathWithTheMethod() {
        List<Candidate> candidates =
                List.of(candidate("/callbacks/{id}", "GET"), candidate("/callbacks/{id}/redeliver", "POST"));

        assertThat(NearMiss.closest("POST", "/callbacks//redeliver", candidates))
                .contains(candidates.get(1));
        assertThat(NearMiss.closest("GET", "/callback/x", candidates)).contains(candidates.get(0));
    }

    @Test
    void keepsPrefixOfClient() {
        Candidate balance =
                new Candidate("/reapi", candidate("/api/v1/balance", "GET").route());

        assertThat(NearMiss.closest("GET", "/reapi/v1/balance", List.of(balance)))
                .map(Candidate::template)
                .contains("/reapi/api/v1/balance");
        assertThat(NearMiss.closest("GET", "/reapi/nope", List.of(balance))).isEmpty();
    }

    @Test
    void doesNotCompareLongPaths() {
        assertThat(NearMiss.closest("GET", "/v1/tasks/" + "x".repeat(280), CANDIDATES))
                .isPresent();
        assertThat(NearMiss.closest("GET", "/v1/tasks/" + "x".repeat(32_000), CANDIDATES))
                .isEmpty();
        assertThat(NearMiss.closest("GET", "/v1/tasks" + "/".repeat(100), CANDIDATES))
                .isEmpty();
    }

    private static Candidate candidate(String template, String method) {
        return new Candidate("", Route.of(template, new TreeSet<>(Set.of(method))));
    }
}
