package dev.darkroom.control;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks resources that {@link ControlTokenFilter} protects: all but the documents and the receiving end of an inbox. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@interface ControlSecured {}
