package dev.darkroom.dialect.aigenerate;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All models by their slugs: those of the vendor's page, and the configured aliases. */
@Singleton
class Models {

    private final Map<String, Model> bySlug = new LinkedHashMap<>();

    Models(AiGenerateConfig config) {
        config.aliases().orElse(List.of()).forEach(slug -> bySlug.put(slug, Model.alias(slug)));
        Model.documented().forEach(model -> bySlug.put(model.slug(), model));
    }

    Set<String> slugs() {
        return bySlug.keySet();
    }

    Optional<Model> find(String slug) {
        return Optional.ofNullable(bySlug.get(slug));
    }
}
