package dev.darkroom.server;

import dev.darkroom.memory.InFlightMemory.Reservation;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a large body needs to be stored in a temporary file.
 *
 * @param holder whose body it is
 * @param announced the announced length of the body; negative if it is unknown
 * @param onStored receives a body that has arrived and been stored, unless it was rejected
 */
record BodyStorage(
        HttpServerRequest request, UploadSpace disk, String holder, long announced, Consumer<StoredBody> onStored) {

    /**
     * Starts to store the body.
     *
     * @param bytes how much space to reserve
     * @param body rejected if it cannot be stored
     * @return empty if there is no space
     */
    Optional<StoredBody> start(long bytes, IncomingBody body) {
        Optional<Reservation> space =
                disk.reserve(holder, bytes, () -> body.later(revoked -> revoked.reject(503, BodyErrors.NO_SPACE)));
        return space.map(reserved -> new StoredBody(request, disk, reserved, bytes, body::reject));
    }
}
