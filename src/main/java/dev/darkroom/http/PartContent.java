package dev.darkroom.http;

import dev.darkroom.image.FileContent;
import java.nio.ByteBuffer;

/** Receives the content of one part of a form. */
interface PartContent {

    /** Adds the next bytes. */
    void add(ByteBuffer bytes);

    /** All bytes of a text. */
    byte[] text();

    /** All bytes of a file. */
    FileContent file();
}
