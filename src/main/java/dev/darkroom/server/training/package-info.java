/** The training run for an AOT cache: the process sends requests of every kind to its own server, and then ends. */
package dev.darkroom.server.training;
