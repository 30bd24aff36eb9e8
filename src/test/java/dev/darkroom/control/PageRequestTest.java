package dev.darkroom.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.access.ApiKey;
import dev.darkroom.chaos.FaultSet;
import dev.darkroom.http.json.Json;
import dev.darkroom.image.ImageFormat;
import dev.darkroom.image.ImageSpec;
import dev.darkroom.image.Output;
import dev.darkroom.image.PixelSize;
import dev.darkroom.image.References;
import dev.darkroom.ledger.Credits;
import dev.darkroom.memory.SharedMemory;
import dev.darkroom.sandbox.AccountDefaults;
import dev.darkroom.sandbox.KeyPolicy;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.SandboxChange;
import dev.darkroom.sandbox.SandboxDefaults;
import dev.darkroom.sandbox.Sandboxes;
import dev.darkroom.task.Lifecycle;
import dev.darkroom.task.PlanOverrides;
import dev.darkroom.task.Progression;
import dev.darkroom.task.TaskSpec;
import dev.darkroom.time.Latency;
import dev.darkroom.time.ManualTime;
import dev.darkroom.time.RetrySchedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {

    private static final Latency SECOND = new Latency.Fixed(Duration.ofSeconds(1));
    private static final SandboxDefaults DEFAULTS = new SandboxDefaults(
            Credits.of("100"),
            KeyPolicy.NONE,
            new Lifecycle(Progression.TIMED, SECOND, SECOND),
            new RetrySchedule(List.of()),
            FaultSet.NONE,
            100);
    private static final TaskSpec SPEC = new TaskSpec(
            "dialect",
            "model",
            "mode",
            "p",
            References.NONE,
            new ImageSpec(new PixelSize(8, 8), "1k", Output.of(ImageFormat.PNG)),
            1,
            Credits.of("1"),
            Optional.empty(),
            "http://localhost");

    private final Sandboxes sandboxes = new Sandboxes(
            new Sandboxes.Settings(
                    AccountDefaults.allWith(DEFAULTS),
                    Map.of(),
                    true,
                    10,
                    1,
                    SharedMemory.unlimited(),
                    10,
                    SharedMemory.unlimited()),
            new ManualTime(),
            (owner, attempt, onResult) -> {},
            (delay, wake) -> () -> {});

    /** Sandboxes with the same seed have tasks with the same ids. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 6, 7})
    void listsEveryItemOnceEvenIfSandboxesHaveTheSameSeed(int limit) throws Exception {
        for (String key : new String[] {"a", "b", "c"}) {
            Sandbox sandbox = sandboxes.getOrCreate(new ApiKey(key));
            sandbox.change(new SandboxChange(Optional.empty(), r -> r, l -> l, Optional.of(42L)));
            sandbox.accept(SPEC, PlanOverrides.NONE);
            sandbox.accept(SPEC, PlanOverrides.NONE);
        }
        List<String> listed = new ArrayList<>();
        String cursor = null;
        do {
            ObjectNode page = page(cursor, limit);
            page.get("items")
                    .forEach(item -> listed.add(
                            item.get("owner").asText() + item.get("id").asText()));
            cursor = page.get("next_cursor").textValue();
        } while (cursor != null && listed.size() < 100);

        assertThat(listed).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void serverWithoutSandboxesHasOneEmptyPage() throws Exception {
        assertThat(page(null, 5).get("items")).isEmpty();
        assertThat(page(null, 5).get("next_cursor").isNull()).isTrue();
    }

    private ObjectNode page(String cursor, int limit) throws Exception {
        JsonList list = new PageRequest("items", cursor, Integer.toString(limit))
                .render(
                        sandboxes.all(),
                        (sandbox, id) -> sandbox.task(id).isPresent(),
                        (sandbox, after, max) -> sandbox.tasks().list(Optional.empty(), after, max).stream()
                                .map(task -> Json.object()
                                        .put("id", task.id().toString())
                                        .put("owner", sandbox.key().value()))
                                .toList(),
                        (item, sandbox) -> item);
        return Json.readObject(JsonListChunksTest.write(list));
    }
}
