package dev.darkroom.wire.settings;

import dev.darkroom.wire.server.WireTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A second server for the tests of vendors' settings, with values that {@link ChangedVendorSettings} cannot have. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WireTest(
        settings = {
            // aivideoapi.SettingsIT
            "darkroom.aivideoapi.prices=flat",
            "darkroom.aivideoapi.file-host=false",
            // aigenerate.ClientIdIT
            "darkroom.aigenerate.idempotent=client-id",
            // portable.DialectContractIT: otherwise, every name is a deployment
            "darkroom.azure.deployments=gpt-image-2",
        })
public @interface OtherVendorSettings {}
