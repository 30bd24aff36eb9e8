package dev.darkroom.http;

import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;

/** Writes the entities of one class, whatever their media type. */
public abstract class EntityWriter<T> implements ServerMessageBodyWriter<T> {

    private final Class<T> entityType;

    protected EntityWriter(Class<T> entityType) {
        this.entityType = entityType;
    }

    @Override
    public final boolean isWriteable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == entityType;
    }

    @Override
    public final boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == entityType;
    }
}
