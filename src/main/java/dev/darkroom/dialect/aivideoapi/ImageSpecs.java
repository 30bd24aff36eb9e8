package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.api.image.AspectRatio;
import dev.darkroom.api.image.Resolution;
import dev.darkroom.image.ImageFormat;
import dev.darkroom.image.ImageSpec;
import dev.darkroom.image.Output;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;

/** The image specs of all aspect ratios and resolutions; one instance each, shared by all requests. */
@Singleton
class ImageSpecs {

    private final Map<AspectRatio, Map<Resolution, ImageSpec>> specs = new EnumMap<>(AspectRatio.class);
    private final AspectRatio autoWithReferences;

    ImageSpecs(AiVideoApiConfig config) {
        autoWithReferences = AspectRatio.of(config.autoRatioOfEdits()).orElseThrow();
        ImageFormat format = config.outputFormat();
        for (AspectRatio ratio : AspectRatio.values()) {
            Map<Resolution, ImageSpec> byResolution = new EnumMap<>(Resolution.class);
            for (Resolution resolution : Resolution.values()) {
                ratio.pixels(resolution)
                        .ifPresent(size -> byResolution.put(
                                resolution, new ImageSpec(size, resolution.wireName(), Output.of(format))));
            }
            specs.put(ratio, byResolution);
        }
    }

    /** @param resolution one that the aspect ratio supports */
    ImageSpec of(AspectRatio ratio, Resolution resolution, boolean hasReferences) {
        boolean usesEditRatio = ratio == AspectRatio.AUTO && hasReferences;
        return specs.get(usesEditRatio ? autoWithReferences : ratio).get(resolution);
    }
}
