package dev.darkroom.access.redaction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Bytes, each read as one character, without copying them. All characters of secrets are ASCII. */
record ByteText(byte[] bytes) implements CharSequence {

    @Override
    public int length() {
        return bytes.length;
    }

    @Override
    public char charAt(int index) {
        return (char) (bytes[index] & 0xff);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new String(bytes, start, end - start, ISO_8859_1);
    }

    @Override
    public String toString() {
        return new String(bytes, ISO_8859_1);
    }
}
