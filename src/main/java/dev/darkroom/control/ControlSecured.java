package dev.darkroom.control;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks what {@link ControlTokenFilter} watches: all of the control API but the receiving end of an inbox and the documents. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@interface ControlSecured {}
