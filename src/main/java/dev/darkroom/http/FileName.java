package dev.darkroom.http;

/**
 * The last segment of a path, such as {@code 0.png}.
 *
 * @param extension without its dot; an empty string if the file has none
 */
public record FileName(String base, String extension) {

    public static FileName parse(String file) {
        int dot = file.lastIndexOf('.');
        return dot < 0 ? new FileName(file, "") : new FileName(file.substring(0, dot), file.substring(dot + 1));
    }
}
