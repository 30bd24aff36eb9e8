package dev.darkroom.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.http.MultipartBody.FilePart;
import dev.darkroom.http.MultipartBody.TextPart;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartBodyTest {

    private static final String TYPE = "multipart/form-data; boundary=b";

    @Test
    void readsBodyOfCurl() throws MalformedBodyException {
        String boundary = "------------------------d74496d66958873e";
        MultipartBody body = read(
                "multipart/form-data; boundary=" + boundary,
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\na \"cat\" = b; c\r\n--"
                        + boundary + "\r\nContent-Disposition: form-data; name=\"image[]\"; filename=\"a.png\"\r\n"
                        + "Content-Type: image/png\r\n\r\n\u0089PNG\r\n\u001a\n\r\n--" + boundary + "--\r\n");
        assertThat(body.texts("prompt")).containsExactly("a \"cat\" = b; c");
        FilePart file = body.files("image[]").get(0);
        assertThat(file.fileName()).contains("a.png");
        assertThat(file.mediaType()).isEqualTo("image/png");
        assertThat(file.start()).isEqualTo(latin1("\u0089PNG\r\n\u001a\n"));
        assertThat(body.names()).containsExactly("prompt", "image[]");
    }

    /** Old versions of its HTTP library encode file names according to RFC 5987; new versions write UTF-8. */
    @Test
    void readsBodyOfPythonRequests() throws MalformedBodyException {
        MultipartBody body = read(
                "multipart/form-data; boundary=3a5b",
                "--3a5b\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\n2\r\n--3a5b\r\nContent-Disposition: form-data;"
                        + " name=\"mask\"; filename*=utf-8''%C3%A9%20+.bin\r\n\r\nbytes\r\n--3a5b--\r\n");
        assertThat(body.texts("n")).containsExactly("2");
        FilePart file = body.files("mask").get(0);
        assertThat(file.fileName()).contains("é +.bin");
        assertThat(file.mediaType()).isEqualTo("application/octet-stream");
    }

    /** Undici, like browsers, curl and Python requests, writes file names in UTF-8 and replaces quotes with %22. */
    @Test
    void readsBodyOfUndici() throws MalformedBodyException {
        MultipartBody body = read(
                "multipart/form-data; boundary=----formdata-undici-0123",
                "------formdata-undici-0123\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\nline\r\n\r\nbreak\r\n"
                        + "------formdata-undici-0123\r\nContent-Disposition: form-data; name=\"image\"; filename=\""
                        + utf8AsLatin1("日本 %22x%22") + ".png\"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n"
                        + "------formdata-undici-0123--\r\n");
        assertThat(body.texts("prompt")).containsExactly("line\r\n\r\nbreak");
        assertThat(body.files("image").get(0).fileName()).contains("日本 %22x%22.png");
        assertThat(body.files("image").get(0).start()).isEmpty();
    }

    @Test
    void keepsSixteenFilesInOrder() throws MalformedBodyException {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            body.append(part("name=\"image[]\"; filename=\"" + i + "\"", Integer.toString(i)));
        }
        assertThat(read(TYPE, body + "--b--").files("image[]"))
                .extracting(FilePart::fileName)
                .hasSize(16)
                .startsWith(Optional.of("0"), Optional.of("1"))
                .endsWith(Optional.of("15"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "filename=\"a \\\"b\\\" c.png\"|a \"b\" c.png",
                "filename=\"C:\\dir\\a.png\"|C:\\dir\\a.png",
                "filename=\"a;b=c.png\"|a;b=c.png",
                "filename=a.png|a.png",
                "FileName = \"a.png\"|a.png",
                "filename=\"plain\"; filename*=UTF-8''rich|rich",
                "filename=\"plain\"; filename*=nonsense|plain",
                "filename=\"plain\"; filename*=UTF-8''%zz|plain",
            })
    void readsFileName(String parameter, String expected) throws MalformedBodyException {
        MultipartBody body = read(TYPE, part("name=\"a\"; " + parameter, "x") + "--b--");
        assertThat(body.files("a").get(0).fileName()).contains(expected);
    }

    @Test
    void treatsPartWithImageTypeAsFileDespiteMissingFileName() throws MalformedBodyException {
        MultipartBody body = read(TYPE, part("name=\"a\"\r\nContent-Type: image/png", "x") + "--b--");
        assertThat(body.files("a").get(0).fileName()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json", "text/plain; charset=utf-8"})
    void treatsPartWithTextTypeAsText(String type) throws MalformedBodyException {
        MultipartBody body = read(TYPE, part("name=\"a\"\r\nContent-Type: " + type, utf8AsLatin1("é")) + "--b--");
        assertThat(body.texts("a")).containsExactly("é");
    }

    @Test
    void decodesTextInItsCharset() throws MalformedBodyException {
        MultipartBody body =
                read(TYPE, part("name=\"a\"\r\nContent-Type: text/plain; charset=\"iso-8859-1\"", "é") + "--b--");
        assertThat(body.texts("a")).containsExactly("é");
    }

    @Test
    void ignoresPreambleEpilogueAndLookalikeBoundaries() throws MalformedBodyException {
        MultipartBody body =
                read(TYPE, "preamble\r\n" + part("name=\"a\"", "\r\r\n-b\r\n--a--b\r") + "--b--\r\nepilogue");
        assertThat(body.parts()).containsExactly(new TextPart("a", "\r\r\n-b\r\n--a--b\r"));
    }

    @Test
    void readsFormWithoutParts() throws MalformedBodyException {
        assertThat(read(TYPE, "--b--\r\n").parts()).isEmpty();
    }

    @Test
    void readsQuotedBoundary() throws MalformedBodyException {
        assertThat(read("Multipart/Form-Data; charset=x; Boundary=\"b\"", part("name=\"a\"", "x") + "--b--")
                        .parts())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\""})
    void rejectsMissingBoundary(String type) {
        assertMalformed(type, "--b--", "The 'Content-Type' header has no valid 'boundary' parameter.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "--b", "--b\r\n", "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\ntext", "{}"})
    void rejectsMissingClosingBoundary(String body) {
        assertMalformed(TYPE, body, "The multipart body ends before its closing boundary.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"form-data", "form-data; filename=\"a\"", "attachment; name=\"a\""})
    void rejectsPartWithoutName(String disposition) {
        String body = part("name=\"a\"", "x") + "--b\r\nContent-Disposition: " + disposition + "\r\n\r\nx\r\n--b--";
        assertMalformed(
                TYPE, body, "Part 2 has no name. Its 'Content-Disposition' header must be 'form-data; name=\"...\"'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--b\r\n:\r\n\r\n--b--", "--b\r\nno header\r\n\r\nx\r\n--b--", "--b\r\na: b\rc\r\n\r\n"})
    void rejectsMalformedHeaders(String body) {
        assertMalformed(TYPE, body, "The multipart body is malformed in part 1.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name=\"a\"", "name=\"a\"\r\nContent-Type: text/plain; charset=none-such"})
    void rejectsUndecodableText(String headers) {
        assertMalformed(
                TYPE,
                part(headers, "\u00ff") + "--b--",
                "The text of part 1 is not encoded in its charset, which is UTF-8 unless the part's 'Content-Type' header"
                        + " names another.");
    }

    @Test
    void rejectsBrokenBase64() {
        assertMalformed(
                TYPE,
                part("name=\"a\"\r\nContent-Transfer-Encoding: base64", "AAAAA") + "--b--",
                "The multipart body is malformed in part 1.");
    }

    @Test
    void limitsNumberOfParts() throws MalformedBodyException {
        String full = part("name=\"a\"", "x").repeat(MultipartBody.MAX_PARTS);
        assertThat(read(TYPE, full + "--b--").parts()).hasSize(MultipartBody.MAX_PARTS);
        assertMalformed(TYPE, full + part("name=\"a\"", "x") + "--b--", "The multipart body has more than 256 parts.");
    }

    @Test
    void limitsHeadersOfPart() {
        assertMalformed(
                TYPE,
                part("name=\"" + "a".repeat(MultipartBody.MAX_HEADER_CHARS) + "\"", "x") + "--b--",
                "The headers of part 1 are longer than 8192 characters.");
        assertMalformed(
                TYPE,
                "--b\r\nX-Endless: " + "a".repeat(40_000),
                "The headers of part 1 are longer than 8192 characters.");
        assertMalformed(
                TYPE,
                part("name=\"a\"", "x") + "--b\r\n" + "a".repeat(40_000),
                "The headers of part 2 are longer than 8192 characters.");
    }

    @Test
    void selectsBodyTypeByMediaType() {
        byte[] bytes = latin1("{}");
        assertThat(RequestBody.of("application/json; charset=utf-8", bytes)).isInstanceOf(RequestBody.Json.class);
        assertThat(RequestBody.of("multipart/form-data; boundary=b", bytes)).isInstanceOf(RequestBody.Multipart.class);
        assertThat(RequestBody.of("text/plain", bytes)).isInstanceOf(RequestBody.Other.class);
        assertThat(RequestBody.of(null, bytes)).isInstanceOf(RequestBody.Other.class);
    }

    @Test
    void reportsMalformedJsonAsMalformedBody() throws MalformedBodyException {
        assertThat(new RequestBody.Json(latin1("{}")).read()).isEmpty();
        assertThatThrownBy(new RequestBody.Json(latin1("["))::read)
                .isInstanceOf(MalformedBodyException.class)
                .hasMessageContaining("not valid JSON");
    }

    static MultipartBody read(String contentType, String body) throws MalformedBodyException {
        return new RequestBody.Multipart(contentType, latin1(body)).read();
    }

    private static String part(String parameters, String content) {
        return "--b\r\nContent-Disposition: form-data; " + parameters + "\r\n\r\n" + content + "\r\n";
    }

    private static void assertMalformed(String contentType, String body, String message) {
        assertThatThrownBy(() -> read(contentType, body))
                .isInstanceOf(MalformedBodyException.class)
                .hasMessage(message);
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String utf8AsLatin1(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
