package dev.darkroom.http.coding;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.brotli.dec.BrotliInputStream;

/** How a body may be compressed (RFC 9110, section 8.4.1, and RFC 7932). */
public enum ContentCoding {
    GZIP {
        @Override
        InputStream decode(InputStream encoded) throws IOException {
            return new GZIPInputStream(encoded);
        }
    },
    DEFLATE {
        @Override
        InputStream decode(InputStream encoded) throws IOException {
            return Deflate.decode(encoded);
        }
    },
    BR {
        @Override
        InputStream decode(InputStream encoded) throws IOException {
            return new BrotliInputStream(encoded);
        }
    };

    /** The codings that a request may name, as {@code Accept-Encoding} lists them. */
    public static final String SUPPORTED = "gzip, deflate, br";

    /** A body is rarely compressed once; more codings would only multiply the work. */
    private static final int MAX_CODINGS = 2;

    private static final String IDENTITY = "identity";

    /** A stream of the decoded bytes. */
    abstract InputStream decode(InputStream encoded) throws IOException;

    /**
     * Parses {@code Content-Encoding}.
     *
     * @param values the values of the headers
     * @return the codings in the order in which they must be decoded; empty if one of them is not supported
     */
    public static Optional<List<ContentCoding>> parse(List<String> values) {
        List<ContentCoding> codings = new ArrayList<>();
        for (String name : String.join(",", values).split(",")) {
            String coding = name.strip().toLowerCase(Locale.ROOT);
            if (!coding.isEmpty() && !coding.equals(IDENTITY)) {
                Optional<ContentCoding> found = named(coding);
                if (found.isEmpty() || codings.size() == MAX_CODINGS) {
                    return Optional.empty();
                }
                codings.add(found.get());
            }
        }
        Collections.reverse(codings);
        return Optional.of(codings);
    }

    private static Optional<ContentCoding> named(String name) {
        return switch (name) {
            case "gzip", "x-gzip" -> Optional.of(GZIP);
            case "deflate" -> Optional.of(DEFLATE);
            case "br" -> Optional.of(BR);
            default -> Optional.empty();
        };
    }
}
