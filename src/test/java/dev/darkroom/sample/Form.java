package dev.darkroom.sample;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Builds a form. */
final class Form {

    static final String TYPE = "multipart/form-data; boundary=b";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    Form text(String name, String value) {
        return part("name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    Form image(String fileName, byte[] bytes) {
        return part("name=\"image[]\"; filename=\"" + fileName + "\"\r\nContent-Type: image/png", bytes);
    }

    byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(body.toByteArray());
        whole.writeBytes("--b--\r\n".getBytes(StandardCharsets.US_ASCII));
        return whole.toByteArray();
    }

    private Form part(String parameters, byte[] content) {
        body.writeBytes(
                ("--b\r\nContent-Disposition: form-data; " + parameters + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return this;
    }
}
