package dev.darkroom.http;

import dev.darkroom.image.FileContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongPredicate;

/**
 * Reads a form from a temporary file, in one pass. Texts and the first bytes of files are kept in memory. Of each file,
 * the position is kept, and the hash is computed.
 */
final class StoredForm {

    private static final int BUFFER = 64 << 10;

    private final BodyFile body;
    private final long maxText;
    private final LongPredicate reserve;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    /** Where the buffer begins in the file. */
    private long bufferStart;

    private long text;

    private StoredForm(BodyFile body, long maxText, LongPredicate reserve) {
        this.body = body;
        this.maxText = maxText;
        this.reserve = reserve;
    }

    /**
     * Reads a form. This can take seconds.
     *
     * @param maxText the largest size of all texts together, in bytes
     * @param reserve reserves memory for this many bytes; false if there is none
     * @throws MalformedBodyException if the body is malformed or exceeds a limit of {@link MultipartBody}
     * @throws IOException if the file cannot be read
     * @throws NoMemoryException if there is no memory for the texts and the first bytes of the files
     */
    static MultipartBody read(String contentType, BodyFile body, long maxText, LongPredicate reserve)
            throws MalformedBodyException, IOException {
        return new StoredForm(body, maxText, reserve).read(contentType);
    }

    private MultipartBody read(String contentType) throws MalformedBodyException, IOException {
        MultipartReader reader =
                new MultipartReader(contentType, head -> head.isFile() ? new FileInBody(head) : new Text());
        reader.begin(body.start(BUFFER));
        while (body.read(buffer.clear(), bufferStart) > 0) {
            buffer.flip();
            reader.add(buffer);
            bufferStart += buffer.limit();
        }
        return reader.end();
    }

    private void reserve(int bytes) {
        if (!reserve.test(bytes)) {
            throw new NoMemoryException();
        }
    }

    private final class Text implements PartContent {

        private final PartInMemory content = new PartInMemory();

        @Override
        public void add(ByteBuffer bytes) {
            text += bytes.remaining();
            if (text > maxText) {
                throw new RejectedPartException(
                        "The parts of the form that are no files have more than " + maxText + " bytes.");
            }
            reserve(bytes.remaining());
            content.add(bytes);
        }

        @Override
        public byte[] text() {
            return content.text();
        }

        @Override
        public FileContent file() {
            throw new IllegalStateException("a text is no file");
        }
    }

    private final class FileInBody implements PartContent {

        private final MessageDigest hash = sha256();
        private final ByteArrayOutputStream start = new ByteArrayOutputStream();

        /** The parser has just read the end of the part's headers from the buffer. */
        private final long position = bufferStart + buffer.position();

        private long size;

        FileInBody(PartHead head) {
            if (head.isEncoded()) {
                throw new RejectedPartException("Part " + head.number() + " has a 'Content-Transfer-Encoding' header,"
                        + " which is not supported in a form of this size.");
            }
        }

        @Override
        public void add(ByteBuffer bytes) {
            int kept = Math.min(FileContent.MAX_START - start.size(), bytes.remaining());
            if (kept > 0) {
                reserve(kept);
                byte[] copy = new byte[kept];
                bytes.get(bytes.position(), copy);
                start.writeBytes(copy);
            }
            size += bytes.remaining();
            hash.update(bytes);
        }

        @Override
        public byte[] text() {
            throw new IllegalStateException("a file is no text");
        }

        @Override
        public FileContent file() {
            return new ContentInFile(
                    body, position, size, start.toByteArray(), HexFormat.of().formatHex(hash.digest()));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
