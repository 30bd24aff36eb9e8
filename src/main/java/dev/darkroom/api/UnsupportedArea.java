package dev.darkroom.api;

import java.util.List;

/**
 * A part of a vendor's API that Darkroom does not have. Errors and warnings for its paths name it.
 *
 * @param name what it is about, in the plural, such as {@code video tasks}
 * @param paths its paths as the vendor writes them; one that ends with a slash stands for itself and all paths below it
 */
public record UnsupportedArea(String name, List<String> paths) {

    public static UnsupportedArea of(String name, String... paths) {
        return new UnsupportedArea(name, List.of(paths));
    }

    /** Whether a path belongs to this area. A slash at the end of the path makes no difference. */
    public boolean covers(String path) {
        return paths.stream()
                .anyMatch(
                        own -> own.endsWith("/") ? isAtOrBelow(path, own) : path.equals(own) || path.equals(own + "/"));
    }

    private static boolean isAtOrBelow(String path, String folder) {
        return path.startsWith(folder) || folder.length() == path.length() + 1 && folder.startsWith(path);
    }
}
