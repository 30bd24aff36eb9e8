package dev.darkroom.server;

import dev.darkroom.image.ImageCache;
import dev.darkroom.image.ReferenceReader;
import dev.darkroom.server.settings.LimitsConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Creates the image cache and the threads that draw. */
@Singleton
class ImageCacheProducer {

    private static final int MAX_WAITING_IMAGES = 1000;

    /** Half of the processors draw; the others remain free for requests that need no image. */
    @Produces
    @Singleton
    ImageCache imageCache(ReferenceReader references, LimitsConfig limits) {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                threads,
                threads,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(MAX_WAITING_IMAGES),
                ImageCacheProducer::drawingThread);
        executor.allowCoreThreadTimeOut(true);
        return new ImageCache(references, executor, HeapShare.orElse(limits.pictures(), 1, 20));
    }

    private static Thread drawingThread(Runnable work) {
        Thread thread = new Thread(work, "darkroom-drawing");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }
}
