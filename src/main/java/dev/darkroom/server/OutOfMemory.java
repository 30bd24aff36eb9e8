package dev.darkroom.server;

import java.nio.charset.StandardCharsets;

/**
 * Ends the process when it has run out of memory. Otherwise its event loops could be dead, while it still accepts
 * connections. The JVM option {@code -XX:+ExitOnOutOfMemoryError} does the same, and earlier.
 */
final class OutOfMemory {

    private static final int EXIT_CODE = 3;
    private static final int MAX_CAUSES = 20;

    /** Created in advance, because later there may be no memory for it. */
    private static final byte[] MESSAGE =
            "Darkroom has run out of memory and ends. Raise the heap (-Xmx), or lower darkroom.limits.*\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private OutOfMemory() {}

    /** Ends the process if the failure is an {@link OutOfMemoryError} or was caused by one. */
    static void endProcessIfCauseOf(Throwable failure) {
        if (isCauseOf(failure)) {
            System.err.write(MESSAGE, 0, MESSAGE.length);
            System.err.flush();
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }

    static boolean isCauseOf(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
            if (cause instanceof OutOfMemoryError) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
