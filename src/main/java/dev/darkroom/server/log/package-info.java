/** The lines about requests and callbacks in the log. */
package dev.darkroom.server.log;
