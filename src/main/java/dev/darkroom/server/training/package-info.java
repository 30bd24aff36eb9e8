/** The training run for an AOT cache: a server that sends itself requests of every kind, and then ends. */
package dev.darkroom.server.training;
