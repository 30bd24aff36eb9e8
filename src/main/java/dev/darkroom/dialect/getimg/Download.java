package dev.darkroom.dialect.getimg;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.http.Hmac;
import dev.darkroom.task.TaskView;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Which picture can be fetched until when (providers/getimg.md §4).
 *
 * @param id of the generation, as its answer writes it
 * @param index of the picture, from 0
 * @param exp unix seconds, from which on it is gone; there is no room for less in its address
 */
record Download(String id, String index, long exp) {

    /** The one picture of a task. */
    static Download of(TaskView task, Duration life) {
        return new Download(
                RequestIds.of(task), "0", task.finishedAt().plus(life).getEpochSecond());
    }

    /** Follows from the seed and the key, so that the same run has the same addresses. */
    static String secret(TaskView task, String sandboxTag) {
        return task.seed() + "/" + sandboxTag;
    }

    /** Its address behind the vendor's host; whoever has it needs no key. */
    String path(String secret) {
        return "/v2/downloads/" + id + "/" + index + "?exp=" + exp + "&sig=" + sig(secret);
    }

    boolean isSigned(String sig, String secret) {
        return MessageDigest.isEqual(sig.getBytes(UTF_8), sig(secret).getBytes(UTF_8));
    }

    Instant deletesAt() {
        return Instant.ofEpochSecond(exp);
    }

    private String sig(String secret) {
        return HexFormat.of().formatHex(Hmac.sha256(secret, (id + "/" + index + "/" + exp).getBytes(UTF_8)));
    }
}
