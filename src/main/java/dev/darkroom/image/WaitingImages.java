package dev.darkroom.image;

import java.util.HashMap;
import java.util.Map;

/**
 * Limits the images that wait to be drawn, with their references. A holder may have as many as it leaves for others,
 * but always one. So a holder with many images never prevents the first image of another holder.
 *
 * <p>Not thread-safe.
 */
final class WaitingImages {

    /** How many images without references may wait in all. */
    private static final int MAX_IMAGES = 1000;

    private final long limit;
    private final Map<Object, Long> byHolder = new HashMap<>();
    private long total;

    /** @param limit the memory that all waiting images may take, in bytes */
    WaitingImages(long limit) {
        this.limit = limit;
    }

    /**
     * Adds an image, unless the holder has too many.
     *
     * @param bytes the memory that it takes while it waits
     * @return whether it was added; if so, {@link #remove} it later
     */
    boolean add(Object holder, long bytes) {
        long size = size(bytes);
        Long own = byHolder.get(holder);
        if (own != null && own + size > limit - total) {
            return false;
        }
        byHolder.merge(holder, size, Long::sum);
        total += size;
        return true;
    }

    void remove(Object holder, long bytes) {
        long size = size(bytes);
        byHolder.computeIfPresent(holder, (key, own) -> own == size ? null : own - size);
        total -= size;
    }

    private long size(long bytes) {
        return bytes + limit / MAX_IMAGES;
    }
}
