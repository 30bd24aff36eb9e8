package dev.darkroom.http;

import dev.darkroom.image.FileContent;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Keeps the content of a part in memory. */
final class PartInMemory implements PartContent {

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    @Override
    public void add(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        content.writeBytes(copy);
    }

    @Override
    public byte[] text() {
        return content.toByteArray();
    }

    @Override
    public FileContent file() {
        return FileContent.of(content.toByteArray());
    }
}
