package dev.darkroom.api.error;

import dev.darkroom.access.KeyStatus;
import dev.darkroom.ledger.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What there is to say about a refusal where the vendor's pages say nothing. */
public final class ErrorTexts {

    private static final int MAX_QUOTED = 64;

    private ErrorTexts() {}

    /** Why a key may not be used. */
    public static String inactive(KeyStatus status) {
        return switch (status) {
            case ACTIVE -> throw new IllegalArgumentException("nothing speaks against an active key");
            case DISABLED -> "The key is disabled.";
            case DELETED -> "The key is deleted.";
            case BANNED -> "The user account of the key is banned.";
        };
    }

    /** {@code hourly}, {@code daily} or {@code total}. */
    public static String window(Refusal.OverSpendLimit over) {
        return over.window().name().toLowerCase(Locale.ROOT);
    }

    /** When a task of the same price will fit. */
    public static String roomAgain(Refusal.OverSpendLimit over) {
        return over.opensAt()
                .map(at -> "There will be room for this task at " + roundedUp(at) + ".")
                .orElse("Time alone will not make room for this task.");
    }

    /** A text of the client's that is not told again in full when it is long. */
    public static String quoted(String text) {
        return text.codePointCount(0, text.length()) > MAX_QUOTED ? "…" : text;
    }

    private static Instant roundedUp(Instant at) {
        return at.plusSeconds(1).minusNanos(1).truncatedTo(ChronoUnit.SECONDS);
    }
}
