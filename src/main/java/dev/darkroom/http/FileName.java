package dev.darkroom.http;

/**
 * The last part of a path: {@code 0.png}.
 *
 * @param extension empty text when it has none
 */
public record FileName(String base, String extension) {

    public static FileName parse(String file) {
        int dot = file.lastIndexOf('.');
        return dot < 0 ? new FileName(file, "") : new FileName(file.substring(0, dot), file.substring(dot + 1));
    }
}
