package dev.darkroom.image;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The images that a client sent to be edited.
 *
 * @param count the number of references
 * @param list the references that are drawn; of the others, only the number is kept
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

    /** These references, of which one more is drawn. */
    public References with(Reference drawn) {
        List<Reference> longer = new ArrayList<>(list);
        longer.add(drawn);
        return new References(count, longer);
    }

    public static References of(List<? extends Reference> references) {
        return references.isEmpty() ? NONE : new References(references.size(), List.copyOf(references));
    }

    public static References ofUrls(List<String> urls) {
        return urls.isEmpty() ? NONE : of(urls.stream().map(Reference.Url::new).toList());
    }

    /** The approximate memory that they take, in bytes, thumbnails included. */
    public long bytes() {
        return list.isEmpty() ? 0 : list.stream().mapToLong(Reference::bytes).sum();
    }

    /** These references without the images of uploads. The two are equal. */
    public References withoutImages() {
        return list.isEmpty()
                ? this
                : new References(
                        count, list.stream().map(Reference::withoutImage).toList());
    }

    /** The uploads among them that are drawn. */
    public List<Reference.Upload> uploads() {
        return list.isEmpty()
                ? List.of()
                : list.stream()
                        .filter(Reference.Upload.class::isInstance)
                        .map(Reference.Upload.class::cast)
                        .toList();
    }
}
