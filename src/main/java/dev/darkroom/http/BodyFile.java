package dev.darkroom.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A body in a temporary file, which exists only while it is open: the file is deleted when it is opened, or by Windows
 * when it is closed, even if the process is killed. All methods can block.
 */
public final class BodyFile implements AutoCloseable {

    private final FileChannel channel;
    private long size;

    private BodyFile(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws IOException if the folder does not exist or cannot be written */
    public static BodyFile create(Path folder) throws IOException {
        Path path = Files.createTempFile(folder, "darkroom-", ".body");
        return new BodyFile(FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    /** Appends bytes. */
    public void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            size += channel.write(bytes, size);
        }
    }

    /** The number of bytes written so far. */
    public long size() {
        return size;
    }

    /**
     * Reads some bytes.
     *
     * @return how many; negative at the end
     */
    int read(ByteBuffer target, long position) throws IOException {
        return channel.read(target, position);
    }

    /** Reads bytes that have been written. */
    byte[] read(long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new EOFException("the temporary file is too short");
            }
        }
        return bytes.array();
    }

    /** The first bytes, at most this many. */
    public byte[] start(int max) throws IOException {
        return read(0, (int) Math.min(max, size));
    }

    /** Reads the file from its beginning. */
    public InputStream input() {
        return new Input();
    }

    /** Appends to the file. */
    public OutputStream output() {
        return new Output();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private final class Input extends InputStream {

        private long position;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = BodyFile.this.read(ByteBuffer.wrap(target, offset, length), position);
            position += Math.max(0, count);
            return count;
        }
    }

    private final class Output extends OutputStream {

        @Override
        public void write(int value) throws IOException {
            BodyFile.this.write(ByteBuffer.wrap(new byte[] {(byte) value}));
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            BodyFile.this.write(ByteBuffer.wrap(source, offset, length));
        }
    }
}
