package dev.darkroom.journal.report;

import dev.darkroom.journal.Exchange;
import java.util.List;
import java.util.stream.Stream;

/** A picture was asked for when it was there no more. Of one that a fault took away the client could not know. */
final class ExpiredPicture implements Rule {

    @Override
    public Stream<Finding> findings(Conduct conduct) {
        Stream<Exchange> tooLate = conduct.exchanges().stream()
                .filter(exchange -> exchange.facts().isExpired())
                .filter(exchange -> exchange.facts().fault().isEmpty());
        return Conduct.grouped(tooLate, Conduct::path).stream().map(ExpiredPicture::finding);
    }

    private static Finding finding(List<Exchange> exchanges) {
        return Finding.of(
                Kind.EXPIRED_PICTURE,
                "%s was sent %s after the picture had expired."
                        .formatted(Wording.line(exchanges.get(0)), Wording.times(exchanges.size())),
                exchanges);
    }
}
