package dev.darkroom.server;

import java.util.Arrays;

/** What can be done to a body. */
final class Damage {

    private static final int MASK = 0x55;

    private Damage() {}

    /** The first two thirds: no object in JSON ends there, for it ends with its last brace. */
    static byte[] cutOff(byte[] json) {
        return Arrays.copyOf(json, json.length * 2 / 3);
    }

    /** As many bytes, of which the first are as they were and no other is. */
    static byte[] scrambled(byte[] bytes, int kept) {
        byte[] scrambled = bytes.clone();
        for (int i = kept; i < scrambled.length; i++) {
            scrambled[i] ^= MASK;
        }
        return scrambled;
    }
}
