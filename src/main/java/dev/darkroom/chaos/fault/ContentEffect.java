package dev.darkroom.chaos.fault;

import java.time.Duration;
import java.util.Optional;

/** What a fault does to the content of a response. */
public sealed interface ContentEffect {

    <R> R apply(Visitor<R> visitor);

    record Unchanged() implements ContentEffect {
        @Override
        public <R> R apply(Visitor<R> visitor) {
            return visitor.unchanged();
        }
    }

    /**
     * An error of the dialect replaces the response.
     *
     * @param code the dialect's error code
     * @param retryAfter the value of {@code Retry-After}; empty for the dialect's default
     */
    record DialectError(String code, Optional<Duration> retryAfter) implements ContentEffect {
        @Override
        public <R> R apply(Visitor<R> visitor) {
            return visitor.error(code, retryAfter);
        }
    }

    /** The error that the dialect sends with this status replaces the response. */
    record StatusError(int status) implements ContentEffect {
        @Override
        public <R> R apply(Visitor<R> visitor) {
            return visitor.statusError(status);
        }
    }

    /** A text replaces the body that another effect leaves. */
    record OtherBody(ContentEffect content, String body) implements ContentEffect {
        @Override
        public <R> R apply(Visitor<R> visitor) {
            return visitor.otherBody(content.apply(visitor), body);
        }
    }

    /** Changes the status and the headers of the response that another effect produces. */
    record OtherHead(ContentEffect content, HeadChange head) implements ContentEffect {
        @Override
        public <R> R apply(Visitor<R> visitor) {
            return visitor.otherHead(content.apply(visitor), head);
        }
    }

    /** The error that the dialect sends during an outage replaces the response. */
    record OutageError() implements ContentEffect {
        @Override
        public <R> R apply(Visitor<R> visitor) {
            return visitor.outageError();
        }
    }

    /** The HTML error page of a proxy replaces the response. */
    record GatewayPage(int status) implements ContentEffect {
        @Override
        public <R> R apply(Visitor<R> visitor) {
            return visitor.gatewayPage(status);
        }
    }

    /** The body ends too early to be valid JSON. Its {@code Content-Length} matches the truncated body. */
    record MalformedJson() implements ContentEffect {
        @Override
        public <R> R apply(Visitor<R> visitor) {
            return visitor.malformedJson();
        }
    }

    /** The {@code Content-Type} header names another media type. */
    record OtherMediaType(String mediaType) implements ContentEffect {
        @Override
        public <R> R apply(Visitor<R> visitor) {
            return visitor.otherMediaType(mediaType);
        }
    }

    /** Produces the changed response, one method for each effect. */
    interface Visitor<R> {

        R unchanged();

        R error(String code, Optional<Duration> retryAfter);

        R statusError(int status);

        R otherBody(R response, String body);

        R otherHead(R response, HeadChange head);

        R outageError();

        R gatewayPage(int status);

        R malformedJson();

        R otherMediaType(String mediaType);
    }
}
