package dev.darkroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.http.MultipartBody.FilePart;
import dev.darkroom.http.MultipartBody.Part;
import dev.darkroom.http.MultipartBody.TextPart;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MultipartRoundTripTest {

    private static final String BOUNDARY = "boundary-7MA4YWxk";
    private static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    @Property
    void readsWhatClientsWrite(@ForAll("forms") List<Part> form) throws MalformedBodyException {
        MultipartBody body = new RequestBody.Multipart(TYPE, write(form)).read();
        assertThat(body.parts()).usingRecursiveFieldByFieldElementComparator().isEqualTo(form);
    }

    @Property
    void survivesRandomBytes(@ForAll byte[] bytes) {
        assertReadOrMalformed(TYPE, bytes);
    }

    @Property
    void survivesRandomMixturesOfSyntax(@ForAll("mixtures") String body) {
        assertReadOrMalformed(TYPE, body.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Property
    void survivesCorruptedBodies(@ForAll("forms") List<Part> form, @ForAll int at, @ForAll byte replacement) {
        byte[] body = write(form);
        body[Math.floorMod(at, body.length)] = replacement;
        assertReadOrMalformed(TYPE, body);
    }

    @Property
    void survivesRandomContentTypes(@ForAll String parameters) {
        assertReadOrMalformed("multipart/form-data" + parameters, write(List.of()));
    }

    private static void assertReadOrMalformed(String contentType, byte[] bytes) {
        try {
            assertThat(new RequestBody.Multipart(contentType, bytes).read().parts())
                    .hasSizeLessThanOrEqualTo(MultipartBody.MAX_PARTS);
        } catch (MalformedBodyException e) {
            assertThat(e).message().matches("(?s)[A-Z].*\\.");
        }
    }

    @Provide
    Arbitrary<List<Part>> forms() {
        Arbitrary<String> names =
                Arbitraries.strings().ofMinLength(1).ofMaxLength(20).filter(MultipartRoundTripTest::isName);
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.strings().filter(text -> !text.contains(BOUNDARY) && isUnicode(text)),
                Arbitraries.of("", "\r\n", "\r\n--", "--" + BOUNDARY.substring(1), "\r", "\r\n\r\n-"));
        Arbitrary<Part> texts = Combinators.combine(names, values).as(TextPart::new);
        Arbitrary<Part> files = Combinators.combine(
                        names,
                        names.optional(),
                        Arbitraries.of("image/png", "application/octet-stream"),
                        Arbitraries.bytes().array(byte[].class).ofMaxSize(300))
                .as((name, fileName, type, bytes) -> FilePart.of(name, fileName, type, bytes));
        return Arbitraries.oneOf(texts, files).list().ofMaxSize(20);
    }

    @Provide
    Arbitrary<String> mixtures() {
        return Arbitraries.of(
                        "--" + BOUNDARY,
                        "\r\n",
                        "--",
                        "\r",
                        "\n",
                        ":",
                        " ",
                        "x",
                        "\u00ff",
                        ";",
                        "=",
                        "\"",
                        "\\",
                        "Content-Disposition: form-data; name=\"a\"",
                        "; filename=\"b\"",
                        "; filename*=UTF-8''%",
                        "Content-Type: text/plain; charset=",
                        "Content-Transfer-Encoding: base64",
                        "Content-Transfer-Encoding: quoted-printable",
                        "=4")
                .list()
                .ofMaxSize(40)
                .map(pieces -> String.join("", pieces));
    }

    private static boolean isName(String text) {
        return isUnicode(text)
                && text.chars().noneMatch(c -> c < ' ' || c == '"' || c == '\\' || Character.isISOControl(c));
    }

    private static boolean isUnicode(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static byte[] write(List<Part> form) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Part part : form) {
            append(body, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part.name() + "\"");
            if (part instanceof FilePart file) {
                Optional<String> fileName = file.fileName();
                append(body, fileName.map(name -> "; filename=\"" + name + "\"").orElse(""));
                append(body, "\r\nContent-Type: " + file.mediaType() + "\r\n\r\n");
                body.writeBytes(file.start());
            } else {
                append(body, "\r\n\r\n" + ((TextPart) part).value());
            }
            append(body, "\r\n");
        }
        append(body, "--" + BOUNDARY + "--\r\n");
        return body.toByteArray();
    }

    private static void append(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
