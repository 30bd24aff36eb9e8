package dev.darkroom.wire.settings;

import dev.darkroom.wire.server.WireTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One server for the tests whose settings do not affect each other. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WireTest(
        settings = {
            // reapi.SettingsIT
            "darkroom.reapi.prices=derived",
            "darkroom.reapi.auto-ratio=false",
            "darkroom.reapi.require-model=true",
            "darkroom.reapi.prompt-or-images=true",
            "darkroom.reapi.strict=true",
            "darkroom.reapi.beta=true",
            "darkroom.reapi.private-urls=true",
            "darkroom.reapi.file-host=false",
            "darkroom.reapi.codes=30001=30777,40001=40404",
            "darkroom.reapi.url-expiry=1h",
            "darkroom.reapi.checks=key,ip,rate,fault,body,model,balance,spend",
            // journal.JournalLimitIT
            "darkroom.limits.journal=3",
            "darkroom.journal.headers=X-Tenant,X-Trace",
            // image.ReferencesIT
            "darkroom.references.fetch=true",
            "darkroom.references.timeout=60s",
            "darkroom.references.deny=127.0.0.3",
            "darkroom.aivideoapi.data-uris=true",
            // aivideoapi.AutoRatioIT
            "darkroom.aivideoapi.auto-ratio=true",
            // aigenerate.SettingsIT
            "darkroom.aigenerate.aliases=openai-gpt-image-3-text-to-image",
            "darkroom.aigenerate.always-200=true",
            "darkroom.aigenerate.message=true",
            "darkroom.aigenerate.null-result=true",
            "darkroom.aigenerate.strict=true",
            "darkroom.aigenerate.idempotent=off",
            "darkroom.aigenerate.webhook-key=whisper",
            "darkroom.aigenerate.output-format=webp",
            "darkroom.aigenerate.url-expiry=1h",
            "darkroom.aigenerate.checks=key,model,body,ip,fault,rate,balance,spend",
        })
public @interface ChangedVendorSettings {}
