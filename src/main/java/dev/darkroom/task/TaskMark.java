package dev.darkroom.task;

/**
 * The mark of a rule or trigger on a task that it changes.
 *
 * @param name the name of the rule, or the trigger
 */
public record TaskMark(String name, TaskEffect effect) {}
