package dev.darkroom.image;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The images that a client sent to be edited.
 *
 * @param count the number of references
 * @param list all references, or none if only their number is kept
 */
public record References(int count, List<Reference> list) {

    public static final References NONE = new References(0, List.of());

    private static final List<References> COUNTED =
            IntStream.range(0, 32).mapToObj(References::new).toList();

    public References {
        list = List.copyOf(list);
    }

    private References(int count) {
        this(count, List.of());
    }

    /** References of which only the number is kept. */
    public static References counted(int count) {
        return count < COUNTED.size() ? COUNTED.get(count) : new References(count);
    }

    public static References of(List<? extends Reference> references) {
        return references.isEmpty() ? NONE : new References(references.size(), List.copyOf(references));
    }

    public static References ofUrls(List<String> urls) {
        return urls.isEmpty() ? NONE : of(urls.stream().map(Reference.Url::new).toList());
    }

    /** The approximate memory that they take, in bytes, uploads included. */
    public long bytes() {
        return list.isEmpty() ? 0 : list.stream().mapToLong(Reference::bytes).sum();
    }

    /** These references without the content of uploads. The two are equal. */
    public References withoutContent() {
        return list.isEmpty()
                ? this
                : of(list.stream().map(Reference::withoutContent).toList());
    }
}
