package dev.darkroom.api.error;

import dev.darkroom.access.KeyStatus;
import dev.darkroom.ledger.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Texts for errors that the vendors' pages do not word. */
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

    /** When the spend limit will allow a task of the same price. */
    public static String roomAgain(Refusal.OverSpendLimit over) {
        return over.opensAt()
                .map(at -> "There will be room for this task at " + roundedUp(at) + ".")
                .orElse("Time alone will not make room for this task.");
    }

    /** A client's text to quote in an error; an ellipsis replaces a long one. */
    public static String quoted(String text) {
        return text.codePointCount(0, text.length()) > MAX_QUOTED ? "…" : text;
    }

    private static Instant roundedUp(Instant at) {
        return at.plusSeconds(1).minusNanos(1).truncatedTo(ChronoUnit.SECONDS);
    }
}
