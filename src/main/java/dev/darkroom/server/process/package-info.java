/** The process that runs the server: how it starts, where it listens, and with whom it ends. */
package dev.darkroom.server.process;
