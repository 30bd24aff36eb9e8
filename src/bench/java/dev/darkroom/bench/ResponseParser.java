package dev.darkroom.bench;

import java.nio.charset.StandardCharsets;

/** Finds the end of an HTTP/1.1 response. */
final class ResponseParser {

    private static final byte[] OK = ascii("HTTP/1.1 200 ");
    private static final byte[] LENGTH = ascii("content-length:");
    private static final byte[] CHUNKED = ascii("transfer-encoding: chunked");
    private static final int UNKNOWN = -1;
    private static final int CHUNKED_BODY = -2;

    private ResponseParser() {}

    static boolean isOk(byte[] bytes, int from) {
        for (int i = 0; i < OK.length; i++) {
            if (bytes[from + i] != OK[i]) {
                return false;
            }
        }
        return true;
    }

    /** The length in bytes of the response that begins at {@code from}; 0 if it is incomplete. */
    static int length(byte[] bytes, int from, int to) {
        int bodyLength = UNKNOWN;
        int line = lineAfter(bytes, from, to);
        while (line > 0 && line + 1 < to && bytes[line] != '\r') {
            if (startsWith(bytes, line, to, LENGTH)) {
                bodyLength = number(bytes, line + LENGTH.length, 10);
            } else if (startsWith(bytes, line, to, CHUNKED)) {
                bodyLength = CHUNKED_BODY;
            }
            line = lineAfter(bytes, line, to);
        }
        if (line <= 0 || line + 1 >= to) {
            return 0;
        }
        if (bodyLength == UNKNOWN) {
            throw new IllegalStateException("a response has neither a length nor chunks");
        }
        int end = bodyLength == CHUNKED_BODY ? endOfChunks(bytes, line + 2, to) : line + 2 + bodyLength;
        return end > to ? 0 : end - from;
    }

    private static int endOfChunks(byte[] bytes, int from, int to) {
        int chunk = from;
        while (true) {
            int data = lineAfter(bytes, chunk, to);
            if (data <= 0) {
                return Integer.MAX_VALUE;
            }
            int size = number(bytes, chunk, 16);
            chunk = data + size + 2;
            if (size == 0 || chunk > to) {
                return chunk;
            }
        }
    }

    private static int lineAfter(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return 0;
    }

    private static boolean startsWith(byte[] bytes, int from, int to, byte[] lowerCase) {
        if (from + lowerCase.length > to) {
            return false;
        }
        for (int i = 0; i < lowerCase.length; i++) {
            byte b = bytes[from + i];
            if ((b >= 'A' && b <= 'Z' ? b | 0x20 : b) != lowerCase[i]) {
                return false;
            }
        }
        return true;
    }

    private static int number(byte[] bytes, int from, int radix) {
        int i = from;
        while (bytes[i] == ' ') {
            i++;
        }
        int number = 0;
        for (int digit; (digit = Character.digit(bytes[i], radix)) >= 0; i++) {
            number = number * radix + digit;
        }
        return number;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
