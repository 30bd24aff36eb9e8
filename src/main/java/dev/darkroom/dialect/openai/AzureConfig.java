package dev.darkroom.dialect.openai;

import dev.darkroom.api.Check;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** The settings of Azure. Those of {@link OpenAiConfig} apply to both, except for the profile, tier and checks. */
@ConfigMapping(prefix = "darkroom.azure")
interface AzureConfig {

    /** The names of the deployments. Without this setting, every name is one. */
    Optional<List<String>> deployments();

    /** The order of the checks of a create request (inferred). */
    @WithDefault("key,ip,rate,fault,model,body,spend,balance")
    List<Check> checks();
}
