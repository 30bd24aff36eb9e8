package dev.darkroom.http.json;

import java.io.ByteArrayOutputStream;

/**
 * Indents JSON that arrives in chunks. It changes only the white space between tokens, so numbers and strings stay as
 * they were written. Not thread-safe.
 */
public final class JsonIndenter {

    private static final int SPACES_PER_LEVEL = 2;

    private ByteArrayOutputStream out;
    private int depth;
    private boolean isInString;
    private boolean isEscaped;

    /** Whether the last token opened an object or array, which may turn out to be empty. */
    private boolean hasJustOpened;

    /** @param chunk the next part of one JSON value; a chunk may end anywhere */
    public byte[] indent(byte[] chunk) {
        out = new ByteArrayOutputStream(chunk.length * 2);
        for (byte b : chunk) {
            if (isInString) {
                addInString(b);
            } else if (!isWhiteSpace(b)) {
                addToken(b);
            }
        }
        return out.toByteArray();
    }

    private void addInString(byte b) {
        out.write(b);
        isInString = isEscaped || b != '"';
        isEscaped = !isEscaped && b == '\\';
    }

    private void addToken(byte b) {
        if (b == '}' || b == ']') {
            close(b);
            return;
        }
        if (hasJustOpened) {
            hasJustOpened = false;
            startLine();
        }
        out.write(b);
        switch (b) {
            case '"' -> isInString = true;
            case ':' -> out.write(' ');
            case ',' -> startLine();
            case '{', '[' -> {
                depth++;
                hasJustOpened = true;
            }
            default -> {}
        }
    }

    private void close(byte b) {
        depth--;
        if (!hasJustOpened) {
            startLine();
        }
        hasJustOpened = false;
        out.write(b);
        if (depth == 0) {
            out.write('\n');
        }
    }

    private void startLine() {
        out.write('\n');
        for (int i = 0; i < depth * SPACES_PER_LEVEL; i++) {
            out.write(' ');
        }
    }

    private static boolean isWhiteSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
