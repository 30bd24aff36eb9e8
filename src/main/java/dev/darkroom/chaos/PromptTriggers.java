package dev.darkroom.chaos;

import dev.darkroom.chaos.fault.AttemptFault;
import dev.darkroom.chaos.fault.Early;
import dev.darkroom.chaos.fault.Fault;
import dev.darkroom.chaos.fault.FileFault;
import dev.darkroom.chaos.fault.RequestFault;
import dev.darkroom.chaos.fault.TaskFault;
import dev.darkroom.time.Latency;
import java.util.List;
import java.util.Optional;

/**
 * Words in a prompt that pick what becomes of it: {@code [[fail: upstream_error]]}. Several may stand in one prompt.
 *
 * @param reject the error codes with which the request shall be answered, in the order in which they stand
 * @param nsfw whether a checker of content shall find something
 * @param progression what shall move the task, in the order in which they stand
 * @param pending how long the task shall wait
 * @param processing how long it shall develop
 * @param processed whether a request whose answer is spoilt shall do what it was sent for
 * @param faults what else shall go wrong, in the order in which they stand
 * @param unknown what stands in double brackets and is no trigger
 */
public record PromptTriggers(
        List<String> reject,
        boolean nsfw,
        List<String> progression,
        Optional<Latency> pending,
        Optional<Latency> processing,
        boolean processed,
        List<InjectedFault<Fault>> faults,
        List<UnknownTrigger> unknown) {

    /** Those of a prompt without any. */
    public static final PromptTriggers NONE = new PromptTriggers(
            List.of(), false, List.of(), Optional.empty(), Optional.empty(), false, List.of(), List.of());

    /** What {@link #read} knows. */
    public static final String WORDS = TriggerReader.WORDS;

    private static final String OPENING = "[[";

    public PromptTriggers {
        reject = List.copyOf(reject);
        progression = List.copyOf(progression);
        faults = List.copyOf(faults);
        unknown = List.copyOf(unknown);
    }

    public static PromptTriggers read(String prompt) {
        return prompt.contains(OPENING) ? new TriggerReader().read(prompt) : NONE;
    }

    /** What shall become of the answer to the request that has this prompt. */
    public Optional<InjectedFault<RequestFault>> ofRequest() {
        return first(RequestFault.class)
                .map(injected -> processed
                        ? new InjectedFault<>(injected.name(), injected.fault().processed())
                        : injected);
    }

    /** What shall become of the task. */
    public List<InjectedFault<TaskFault>> ofTask() {
        return all(TaskFault.class);
    }

    /** Whether its callback shall come before the answer. */
    public Optional<InjectedFault<Early>> early() {
        return first(Early.class);
    }

    /** What shall become of each attempt of its callback. */
    public Optional<InjectedFault<AttemptFault>> ofAttempt() {
        return first(AttemptFault.class);
    }

    /** What shall become of the picture. */
    public Optional<InjectedFault<FileFault>> ofFile() {
        return first(FileFault.class);
    }

    /**
     * What looks like a trigger.
     *
     * @param whole as it stands in the prompt, brackets included
     * @param flaw what is wrong with it; empty when there is no such trigger
     */
    public record UnknownTrigger(String whole, Optional<String> flaw) {}

    private <F extends Fault> Optional<InjectedFault<F>> first(Class<F> kind) {
        return all(kind).stream().findFirst();
    }

    private <F extends Fault> List<InjectedFault<F>> all(Class<F> kind) {
        return faults.stream()
                .filter(injected -> kind.isInstance(injected.fault()))
                .map(injected -> new InjectedFault<>(injected.name(), kind.cast(injected.fault())))
                .toList();
    }
}
