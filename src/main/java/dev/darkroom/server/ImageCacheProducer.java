package dev.darkroom.server;

import dev.darkroom.concurrency.FairExecutor;
import dev.darkroom.image.ImageCache;
import dev.darkroom.image.ReferenceReader;
import dev.darkroom.server.settings.LimitsConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Creates the image cache and the threads that draw. */
@Singleton
class ImageCacheProducer {

    /** Half of the processors draw; the others remain free for requests that need no image. */
    @Produces
    @Singleton
    ImageCache imageCache(ReferenceReader references, LimitsConfig limits) {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                threads, threads, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), ImageCacheProducer::drawingThread);
        executor.allowCoreThreadTimeOut(true);
        return new ImageCache(
                references,
                new FairExecutor(executor, threads, threads),
                HeapShare.orElse(limits.pictures(), 1, 20),
                HeapShare.orElse(Optional.empty(), 1, 20));
    }

    private static Thread drawingThread(Runnable work) {
        Thread thread = new Thread(work, "darkroom-drawing");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }
}
