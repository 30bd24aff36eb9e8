package dev.darkroom.wire.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One server for the tests whose settings, or whose use of what all clients share, do not affect each other. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WireTest(
        settings = {
            // TlsNamesIT
            "darkroom.tls.names=pictures.test,*.shop.test,192.0.2.7,2001:db8::7",
            // TunnelLimitIT
            "darkroom.proxy=tunnel",
            // DataUriBodyIT
            "darkroom.aivideoapi.data-uris=true",
            "darkroom.getimg.data-uris=true",
            // control.EventLimitIT uses all streams of events.
        })
public @interface ChangedNetworkSettings {}
