package dev.darkroom.image;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The pictures that were sent to be edited.
 *
 * @param count how many
 * @param urls where they are, all or, where nobody will look at them, none
 */
public record References(int count, List<String> urls) {

    public static final References NONE = new References(0, List.of());

    private static final List<References> COUNTED =
            IntStream.range(0, 32).mapToObj(References::new).toList();

    public References {
        urls = List.copyOf(urls);
    }

    private References(int count) {
        this(count, List.of());
    }

    /** References that nobody will look at. */
    public static References counted(int count) {
        return count < COUNTED.size() ? COUNTED.get(count) : new References(count);
    }

    public static References of(List<String> urls) {
        return urls.isEmpty() ? NONE : new References(urls.size(), urls);
    }
}
