package dev.darkroom.server;

import dev.darkroom.access.redaction.Redaction;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Looks like another throwable in the log, except that the secrets in its messages are masked. */
final class RedactedThrowable extends Throwable {

    private RedactedThrowable(String text, Throwable original) {
        super(text);
        setStackTrace(original.getStackTrace());
    }

    /** Returns the throwable itself if neither it nor its causes have a secret. */
    static Throwable of(Throwable thrown, Redaction redaction) {
        return hasSecret(thrown, redaction, newSet()) ? copy(thrown, redaction, newSet()) : thrown;
    }

    @Override
    public String toString() {
        return getMessage();
    }

    private static boolean hasSecret(Throwable thrown, Redaction redaction, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) {
            return false;
        }
        String text = thrown.toString();
        if (!redaction.text(text).equals(text) || hasSecret(thrown.getCause(), redaction, seen)) {
            return true;
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (hasSecret(suppressed, redaction, seen)) {
                return true;
            }
        }
        return false;
    }

    /** Leaves out causes that have been copied already, because causes may form a circle. */
    private static Throwable copy(Throwable thrown, Redaction redaction, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) {
            return null;
        }
        RedactedThrowable copy = new RedactedThrowable(redaction.text(thrown.toString()), thrown);
        copy.initCause(copy(thrown.getCause(), redaction, seen));
        for (Throwable suppressed : thrown.getSuppressed()) {
            Throwable copied = copy(suppressed, redaction, seen);
            if (copied != null) {
                copy.addSuppressed(copied);
            }
        }
        return copy;
    }

    private static Set<Throwable> newSet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
