/** The command line: what its arguments mean, and the commands that do not start the server. */
package dev.darkroom.server.command;
