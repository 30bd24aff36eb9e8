package dev.darkroom.http.json;

import dev.darkroom.http.EntityWriter;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Writes JSON with the media type that the vendors document, which has no charset. */
@Provider
public class JsonResponseWriter extends EntityWriter<JsonResponse> {

    public JsonResponseWriter() {
        super(JsonResponse.class);
    }

    @Override
    public void writeResponse(JsonResponse entity, Type genericType, ServerRequestContext context) {
        ServerHttpResponse response = context.serverResponse();
        // The default listener adds a charset.
        response.setPreCommitListener(null);
        response.setResponseHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        response.end(entity.json());
    }

    @Override
    public void writeTo(
            JsonResponse entity,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException, WebApplicationException {
        body.write(entity.json());
    }
}
