package dev.darkroom.control;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Marks resources that {@link ControlTokenFilter} protects: all except the documents and the endpoint that receives
 * requests for an inbox.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@interface ControlSecured {}
