package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.dialect.ApiError;
import dev.darkroom.dialect.FileName;
import dev.darkroom.dialect.FrontDoor;
import dev.darkroom.dialect.PictureDesk;
import dev.darkroom.dialect.TaskIds;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;

/**
 * Draws a picture when it is asked for. The day in the path is the vendor's manner and says nothing that the name does
 * not.
 */
@Path("/" + AiVideoApi.NAME + "/images/{year}/{month}/{day}/{file}")
@FrontDoor
@NonBlocking
public class ImageResource {

    private final AiVideoApi dialect;
    private final PictureDesk desk;
    private final Duration life;

    ImageResource(AiVideoApi dialect, PictureDesk desk, AiVideoApiConfig config) {
        this.dialect = dialect;
        this.desk = desk;
        this.life = config.urlExpiry();
    }

    @GET
    public Uni<Response> read(@PathParam("file") String file, @Context Request request, @Context HttpHeaders headers) {
        FileName name = FileName.parse(file);
        PictureDesk.Wanted wanted = new PictureDesk.Wanted(
                TaskIds.parseHex(name.base()), 0, Optional.of(name.extension()), life, absence -> notFound());
        return desk.show(dialect, wanted, request, headers);
    }

    private ApiError notFound() {
        return dialect.refusals().ofStatus(404, "There is no such picture, or its URL has expired.");
    }
}
