package dev.darkroom.dialect.getimg;

import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.api.RequestContext;
import dev.darkroom.api.SynchronousGeneration;
import dev.darkroom.api.error.ApiException;
import dev.darkroom.http.json.JsonResponse;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskView;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Creates an image, and responds when it is finished (seeds/004: How GPT Image 2 API works). */
@Path("/" + GetImg.NAME + "/v2/images/generations")
@DialectEndpoint
@NonBlocking
public class GenerationsResource {

    private final GetImg dialect;
    private final GetImgConfig config;
    private final GenerationReader reader;
    private final SynchronousGeneration generation;

    GenerationsResource(
            GetImg dialect, GetImgConfig config, GenerationReader reader, SynchronousGeneration generation) {
        this.dialect = dialect;
        this.config = config;
        this.reader = reader;
        this.generation = generation;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Uni<JsonResponse> generate(@Context RoutingContext exchange) {
        RequestContext request = RequestContext.of(exchange);
        return generation.generate(request, reader, new Responses(request));
    }

    /** The response to a failed task is an error with its own status. */
    private final class Responses implements SynchronousGeneration.Responses<JsonResponse> {

        private final RequestContext request;

        private Responses(RequestContext request) {
            this.request = request;
        }

        @Override
        public JsonResponse completed(TaskView task) {
            String sandboxHandle = request.sandbox().orElseThrow().handle();
            return JsonResponse.of(GenerationJson.of(task, sandboxHandle, config.urlExpiry()));
        }

        @Override
        public JsonResponse failed(TaskView task, Outcome.Fails outcome) {
            throw dialect.errors().failed(outcome);
        }

        @Override
        public ApiException lost() {
            return dialect.errors().forStatus(500, "The generation was lost before it was finished.");
        }
    }
}
