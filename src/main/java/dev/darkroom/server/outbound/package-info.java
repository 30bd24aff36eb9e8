/**
 * The connections that the server opens itself: for callbacks, for references, and for clients that use it as a proxy.
 */
package dev.darkroom.server.outbound;
