package dev.darkroom.api.error;

import dev.darkroom.access.KeyStatus;
import dev.darkroom.ledger.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Texts for errors whose text the vendors' pages do not give. */
public final class ErrorTexts {

    private static final int MAX_QUOTED = 64;

    private ErrorTexts() {}

    /** Why a key must not be used. */
    public static String inactive(KeyStatus status) {
        return switch (status) {
            case ACTIVE -> throw new IllegalArgumentException("an active key is not an error");
            case DISABLED -> "The key is disabled.";
            case DELETED -> "The key is deleted.";
            case BANNED -> "The user account of the key is banned.";
        };
    }

    /** {@code hourly}, {@code daily} or {@code total}. */
    public static String window(Refusal.OverSpendLimit over) {
        return over.window().name().toLowerCase(Locale.ROOT);
    }

    /** Tells the client when the spend limit will allow a task of the same price. */
    public static String whenAllowed(Refusal.OverSpendLimit over) {
        return over.allowedAt()
                .map(at -> "The limit will allow this task at " + roundedUp(at) + ".")
                .orElse("Waiting does not help.");
    }

    /** A client's text as an error quotes it; an ellipsis replaces a text of more than 64 characters. */
    public static String quoted(String text) {
        return text.codePointCount(0, text.length()) > MAX_QUOTED ? "…" : text;
    }

    private static Instant roundedUp(Instant at) {
        return at.plusSeconds(1).minusNanos(1).truncatedTo(ChronoUnit.SECONDS);
    }
}
