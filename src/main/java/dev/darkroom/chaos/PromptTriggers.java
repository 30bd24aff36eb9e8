package dev.darkroom.chaos;

import dev.darkroom.chaos.fault.AttemptFault;
import dev.darkroom.chaos.fault.Early;
import dev.darkroom.chaos.fault.Fault;
import dev.darkroom.chaos.fault.FileFault;
import dev.darkroom.chaos.fault.ProxyTimeout;
import dev.darkroom.chaos.fault.RequestFault;
import dev.darkroom.chaos.fault.TaskFault;
import dev.darkroom.time.Latency;
import java.util.List;
import java.util.Optional;

/**
 * The triggers in a prompt, such as {@code [[fail: upstream_error]]}, which select what happens to the request and its
 * task. A prompt can contain several.
 *
 * @param reject the error codes of {@code reject} triggers, in the order of the prompt
 * @param moderation what content moderation finds; empty if it accepts the request
 * @param progression the values of {@code progression} triggers, in the order of the prompt
 * @param pending how long the task stays pending
 * @param processing how long the task is processed
 * @param processed whether a request is processed although its response is faulty
 * @param faults the faults to inject, in the order of the prompt
 * @param unknown texts in double square brackets that are not valid triggers
 */
public record PromptTriggers(
        List<String> reject,
        Optional<ModerationTrigger> moderation,
        List<String> progression,
        Optional<Latency> pending,
        Optional<Latency> processing,
        boolean processed,
        List<InjectedFault<Fault>> faults,
        List<UnknownTrigger> unknown) {

    /** No triggers. */
    public static final PromptTriggers NONE = new PromptTriggers(
            List.of(), Optional.empty(), List.of(), Optional.empty(), Optional.empty(), false, List.of(), List.of());

    /** All triggers that {@link #read} recognizes, with their values described in angle brackets. */
    public static final List<String> TRIGGERS = TriggerReader.TRIGGERS;

    /** All {@link #TRIGGERS} in one text. */
    public static final String SYNTAX = String.join(", ", TRIGGERS);

    private static final String OPENING = "[[";
    private static final String CLOSING = "]]";

    public PromptTriggers {
        reject = List.copyOf(reject);
        progression = List.copyOf(progression);
        faults = List.copyOf(faults);
        unknown = List.copyOf(unknown);
    }

    public static PromptTriggers read(String prompt) {
        return prompt.contains(OPENING) ? new TriggerReader().read(prompt) : NONE;
    }

    /** The prompt with a space in place of each text in double square brackets, trigger or not. */
    public static String strip(String prompt) {
        StringBuilder rest = new StringBuilder();
        int end = 0;
        for (int start = prompt.indexOf(OPENING); start >= 0; start = prompt.indexOf(OPENING, end)) {
            int closing = prompt.indexOf(CLOSING, start + OPENING.length());
            if (closing < 0) {
                break;
            }
            rest.append(prompt, end, start).append(' ');
            end = closing + CLOSING.length();
        }
        return rest.append(prompt, end, prompt.length()).toString();
    }

    /** The fault to inject into the response to the create request. */
    public Optional<InjectedFault<RequestFault>> requestFault() {
        return first(RequestFault.class)
                .map(injected -> processed
                        ? new InjectedFault<>(injected.name(), injected.fault().processed())
                        : injected);
    }

    /** The timeout to inject while the response to the create request waits for the task. */
    public Optional<InjectedFault<ProxyTimeout>> proxyTimeout() {
        return first(ProxyTimeout.class);
    }

    /** The faults to inject into the task, in the order of the prompt. */
    public List<InjectedFault<TaskFault>> taskFaults() {
        return all(TaskFault.class);
    }

    /** The fault that makes the callback arrive before the response to the create request. */
    public Optional<InjectedFault<Early>> early() {
        return first(Early.class);
    }

    /** The fault to inject into each attempt of the callback. */
    public Optional<InjectedFault<AttemptFault>> attemptFault() {
        return first(AttemptFault.class);
    }

    /** The fault to inject into downloads of the image. */
    public Optional<InjectedFault<FileFault>> fileFault() {
        return first(FileFault.class);
    }

    /**
     * A text that looks like a trigger but is not valid.
     *
     * @param text the text in the prompt, including the brackets
     * @param error what is wrong with its value; empty when no trigger has this name
     */
    public record UnknownTrigger(String text, Optional<String> error) {}

    private <F extends Fault> Optional<InjectedFault<F>> first(Class<F> faultClass) {
        return all(faultClass).stream().findFirst();
    }

    private <F extends Fault> List<InjectedFault<F>> all(Class<F> faultClass) {
        return faults.stream()
                .filter(injected -> faultClass.isInstance(injected.fault()))
                .map(injected -> new InjectedFault<>(injected.name(), faultClass.cast(injected.fault())))
                .toList();
    }
}
