package dev.darkroom.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.http.MultipartBody.FilePart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms in temporary files read like forms in memory. */
class LargeFormTest {

    private static final String TYPE = "multipart/form-data; boundary=b";
    private static final int MAX_TEXT = 1000;
    private static final int BUFFER = 64 << 10;

    @TempDir
    private Path folder;

    private BodyFile file;

    @AfterEach
    void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    @Test
    void readsLikeFormInMemory() throws Exception {
        byte[] body = form(part("prompt", "", "a cat"), file(bytes(200_000)), file(bytes(0)), file(bytes(70_000)));
        MultipartBody inMemory = new RequestBody.Multipart(TYPE, body).read();

        MultipartBody form = read(body);

        assertThat(form.texts("prompt")).containsExactly("a cat");
        assertThat(form.names()).isEqualTo(inMemory.names());
        assertThat(form.files("image")).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertSame(form.files("image").get(i), inMemory.files("image").get(i));
        }
    }

    /** Boundaries, and bytes that look like the beginning of one, at every position near the end of a buffer. */
    @Test
    void readsPartsAtEdgesOfBuffer() throws Exception {
        for (int length = BUFFER - 120; length < BUFFER + 10; length++) {
            byte[] content = bytes(length);
            content[length - 3] = '\r';
            content[length - 2] = '\n';
            content[length - 1] = '-';
            byte[] body = form(file(content), file("\r\n--\r\n--\r".getBytes(StandardCharsets.ISO_8859_1)));
            MultipartBody inMemory = new RequestBody.Multipart(TYPE, body).read();

            MultipartBody form = read(body);

            assertSame(form.files("image").get(0), inMemory.files("image").get(0));
            assertSame(form.files("image").get(1), inMemory.files("image").get(1));
            file.close();
        }
    }

    @Test
    void temporaryFileHasNoName() throws IOException {
        file = BodyFile.create(folder);
        file.write(ByteBuffer.wrap(new byte[10]));

        assertThat(file.size()).isEqualTo(10);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void contentIsNotAvailableOnceFileIsClosed() throws Exception {
        FilePart upload = read(form(file(bytes(10)))).files("image").get(0);

        file.close();

        assertThatThrownBy(() -> upload.content().read()).isInstanceOf(IOException.class);
        assertThat(upload.start()).hasSize(10);
    }

    @Test
    void reportsMalformedFormOnlyWhenItIsRead() throws IOException {
        RequestBody.Large form = open("--b\r\nno header\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(form::read).isInstanceOf(MalformedBodyException.class);
    }

    @Test
    void rejectsFormWithTooMuchText() throws IOException {
        RequestBody.Large form = open(form(part("a", "", "x".repeat(600)), part("b", "", "x".repeat(600))));

        assertThatThrownBy(form::read)
                .isInstanceOf(MalformedBodyException.class)
                .hasMessageContaining("more than " + MAX_TEXT + " bytes");
    }

    @Test
    void rejectsEncodedFile() throws IOException {
        RequestBody.Large form =
                open(form(part("image", "; filename=\"a\"\r\nContent-Transfer-Encoding: base64", "QUJD")));

        assertThatThrownBy(form::read)
                .isInstanceOf(MalformedBodyException.class)
                .hasMessageContaining("Content-Transfer-Encoding");
    }

    @Test
    void reservesMemoryForTextsAndFirstBytes() throws IOException {
        store(form(file(bytes(300_000))));

        assertThatThrownBy(() -> RequestBody.Large.read(TYPE, file, MAX_TEXT, bytes -> false))
                .isInstanceOf(NoMemoryException.class);
    }

    private static void assertSame(FilePart stored, FilePart inMemory) throws IOException {
        assertThat(stored.fileName()).isEqualTo(inMemory.fileName());
        assertThat(stored.mediaType()).isEqualTo(inMemory.mediaType());
        assertThat(stored.size()).isEqualTo(inMemory.size());
        assertThat(stored.start()).isEqualTo(inMemory.start());
        assertThat(stored.content().hash()).isEqualTo(inMemory.content().hash());
        assertThat(stored.content().read()).isEqualTo(inMemory.content().read());
        assertThat(stored.upload()).isEqualTo(inMemory.upload());
    }

    private MultipartBody read(byte[] body) throws Exception {
        return open(body).read();
    }

    private RequestBody.Large open(byte[] body) throws IOException {
        store(body);
        return RequestBody.Large.read(TYPE, file, MAX_TEXT, bytes -> true);
    }

    private void store(byte[] body) throws IOException {
        file = BodyFile.create(folder);
        file.write(ByteBuffer.wrap(body));
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static byte[] file(byte[] content) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(latin1("--b\r\nContent-Disposition: form-data; name=\"image\"; filename=\"a.png\"\r\n"
                + "Content-Type: image/png\r\n\r\n"));
        part.writeBytes(content);
        part.writeBytes(latin1("\r\n"));
        return part.toByteArray();
    }

    private static byte[] part(String name, String more, String text) {
        return latin1(
                "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n" + text + "\r\n");
    }

    private static byte[] form(byte[]... parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            body.writeBytes(part);
        }
        body.writeBytes(latin1("--b--\r\n"));
        return body.toByteArray();
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
