package dev.darkroom.server;

import dev.darkroom.http.BodyFile;
import dev.darkroom.http.RequestBody;
import dev.darkroom.http.coding.ContentCoding;
import dev.darkroom.http.coding.EncodedBody;
import dev.darkroom.journal.RecordedBody;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.LongPredicate;

/** Reads forms that are stored in temporary files, on other threads. */
@ApplicationScoped
class StoredForms {

    /** The journal keeps less. */
    private static final int JOURNAL_BYTES = 2 * RecordedBody.MAX_BYTES;

    private static final int BUFFER = 64 << 10;

    /** How many times larger a body may become. Images in a form hardly become larger. */
    static final long MAX_EXPANSION = 200;

    /** A decoded body may be so large in any case. */
    private static final long MIN_DECODED = 8 << 20;

    /** A body expands more than {@link #MAX_EXPANSION} times, which would occupy a thread for long. */
    static final class ExpansionException extends IOException {}

    private final UploadSpace disk;
    private final BodyBudget budget;

    StoredForms(UploadSpace disk, BodyBudget budget) {
        this.disk = disk;
        this.budget = budget;
    }

    /**
     * A form that has been read.
     *
     * @param recorded its beginning, for the journal
     * @param bytes the memory that it takes
     */
    record StoredForm(RequestBody.Large form, RecordedBody recorded, long bytes) {}

    /**
     * Decodes and reads a form.
     *
     * @param holder whose form it is
     * @param codings the codings of the body, in the order in which they were applied
     * @param limit the largest body, in bytes
     * @param reserve reserves memory for this many bytes; false if there is none
     */
    Future<StoredForm> read(
            String holder,
            StoredBody body,
            String contentType,
            List<ContentCoding> codings,
            long limit,
            LongPredicate reserve) {
        return disk.read(holder, () -> {
            if (!codings.isEmpty()) {
                decode(body, codings, limit);
            }
            BodyFile file = body.file();
            Count count = new Count(reserve);
            try {
                RequestBody.Large form =
                        RequestBody.Large.read(contentType, file, budget.limit().bytes(), count);
                RecordedBody recorded = RecordedBody.starting(file.start(JOURNAL_BYTES), file.size());
                return new StoredForm(form, recorded, count.bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void decode(StoredBody body, List<ContentCoding> codings, long limit) throws IOException {
        BodyFile encoded = body.file();
        BodyFile decoded = StoredBody.open(disk);
        boolean isDecoded = false;
        long longest = Math.max(MIN_DECODED, MAX_EXPANSION * encoded.size());
        try (OutputStream output = new BufferedOutputStream(decoded.output(), BUFFER)) {
            EncodedBody.decode(encoded.input(), codings, output, Math.min(limit, longest), body.space()::grow);
            isDecoded = true;
        } catch (EncodedBody.TooLargeException e) {
            throw longest < limit ? new ExpansionException() : e;
        } finally {
            if (!isDecoded) {
                decoded.close();
            }
        }
        body.replace(decoded);
        body.space().shrink(encoded.size());
    }

    /** Counts what has been reserved. */
    private static final class Count implements LongPredicate {

        private final LongPredicate reserve;
        private long bytes;

        Count(LongPredicate reserve) {
            this.reserve = reserve;
        }

        @Override
        public boolean test(long more) {
            bytes += more;
            return reserve.test(more);
        }
    }
}
