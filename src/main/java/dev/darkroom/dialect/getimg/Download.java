package dev.darkroom.dialect.getimg;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.http.Hmac;
import dev.darkroom.task.TaskView;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A download URL, which identifies an image and expires (providers/getimg.md §4).
 *
 * @param id the id of the generation
 * @param index the index of the image, from 0
 * @param exp the expiry in Unix seconds; the URL has no finer unit
 */
record Download(String id, String index, long exp) {

    /** The URL of the only image of a task. */
    static Download of(TaskView task, Duration lifetime) {
        return new Download(
                RequestIds.of(task), "0", task.finishedAt().plus(lifetime).getEpochSecond());
    }

    /** The secret that signs URLs. It follows from the seed and the key, so repeated runs have the same URLs. */
    static String secret(TaskView task, String sandboxHandle) {
        return task.seed() + "/" + sandboxHandle;
    }

    /** The path and query after the vendor's host. The signature replaces the API key. */
    String path(String secret) {
        return "/v2/downloads/" + id + "/" + index + "?exp=" + exp + "&sig=" + signature(secret);
    }

    boolean isSigned(String sig, String secret) {
        return MessageDigest.isEqual(sig.getBytes(UTF_8), signature(secret).getBytes(UTF_8));
    }

    Instant deletesAt() {
        return Instant.ofEpochSecond(exp);
    }

    private String signature(String secret) {
        return HexFormat.of().formatHex(Hmac.sha256(secret, (id + "/" + index + "/" + exp).getBytes(UTF_8)));
    }
}
