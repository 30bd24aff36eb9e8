package dev.darkroom.http;

import dev.darkroom.image.FileContent;
import java.io.IOException;

/** An uploaded file that is a part of a body in a temporary file. */
final class ContentInFile implements FileContent {

    private final BodyFile file;
    private final long position;
    private final long size;
    private final byte[] start;
    private final String hash;

    ContentInFile(BodyFile file, long position, long size, byte[] start, String hash) {
        this.file = file;
        this.position = position;
        this.size = size;
        this.start = start;
        this.hash = hash;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public byte[] start() {
        return start;
    }

    @Override
    public String hash() {
        return hash;
    }

    @Override
    public byte[] read() throws IOException {
        if (size > Integer.MAX_VALUE) {
            throw new IOException("it has " + size + " bytes");
        }
        return file.read(position, (int) size);
    }
}
