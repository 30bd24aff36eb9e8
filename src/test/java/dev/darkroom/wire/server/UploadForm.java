package dev.darkroom.wire.server;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A form with an image to edit. */
final class UploadForm {

    static final String PATH = "/openai/v1/images/edits";
    static final String TYPE = "multipart/form-data; boundary=b";

    /** The header of a PNG image of 1 x 1 pixels. Its pixels cannot be read. */
    private static final byte[] PNG = HexFormat.of()
            .parseHex("89504E470D0A1A0A" + "0000000D49484452" + "0000000100000001" + "0802000000" + "907753DE");

    private UploadForm() {}

    /** @param length of what follows the header of the image */
    static byte[] of(int length) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        write(form, "--b\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\ngpt-image-2\r\n");
        write(form, "--b\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\n[[progression: instant]]\r\n");
        write(form, "--b\r\nContent-Disposition: form-data; name=\"image\"; filename=\"a.png\"\r\n");
        write(form, "Content-Type: image/png\r\n\r\n");
        form.writeBytes(PNG);
        form.writeBytes(new byte[length]);
        write(form, "\r\n--b--\r\n");
        return form.toByteArray();
    }

    static Response edit(RequestSpecification request, int length) {
        return request.contentType(TYPE).body(of(length)).post(PATH);
    }

    private static void write(ByteArrayOutputStream form, String text) {
        form.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
