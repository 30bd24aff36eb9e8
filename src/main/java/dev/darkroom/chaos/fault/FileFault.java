package dev.darkroom.chaos.fault;

/** What becomes of a picture. */
public sealed interface FileFault extends Fault permits Corrupt, Expired, Missing, SlowFile, WrongType {}
