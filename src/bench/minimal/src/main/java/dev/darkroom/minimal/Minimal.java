package dev.darkroom.minimal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Endpoints with the same JSON as Darkroom's and no logic. */
@Path("/v1")
@NonBlocking
public class Minimal {

    private static final ThreadLocal<SplittableRandom> RANDOM = ThreadLocal.withInitial(SplittableRandom::new);

    private static final Output OUTPUT = new Output(
            List.of("http://localhost:8080/images/2026/11/21/397ce9f2c04e4244ac333af1fbfa481b.png"),
            new Metadata("gpt-image-2-text-to-image", 2));

    @POST
    @Path("images/generations")
    public Created create(Request request) {
        SplittableRandom random = RANDOM.get();
        UUID id = new UUID(random.nextLong(), random.nextLong());
        return new Created(200, "success", new Data(id.toString()));
    }

    @GET
    @Path("tasks/{id}")
    public Task read(@PathParam("id") String id) {
        return new Task(id, "completed", "gpt-image-2", 1795255200, 1795255202, OUTPUT);
    }

    public record Request(String model, Input input, @JsonProperty("callback_url") String callbackUrl) {}

    public record Input(
            String prompt,
            @JsonProperty("image_urls") List<String> imageUrls,
            @JsonProperty("aspect_ratio") String aspectRatio,
            String resolution,
            @JsonProperty("nsfw_checker") Boolean nsfwChecker) {}

    public record Created(int code, String msg, Data data) {}

    public record Data(String taskId) {}

    public record Task(
            String id,
            String status,
            String model,
            @JsonProperty("created_at") long createdAt,
            @JsonProperty("completed_at") long completedAt,
            Output output) {}

    public record Output(List<String> urls, Metadata metadata) {}

    public record Metadata(String model, int costTime) {}
}
