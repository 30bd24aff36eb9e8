/** Sharing threads between keys. Plain Java. */
package dev.darkroom.concurrency;
