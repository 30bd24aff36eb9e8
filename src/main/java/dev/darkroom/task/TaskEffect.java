package dev.darkroom.task;

/** How a rule or trigger changes a task. It decides for how long the change applies. */
public enum TaskEffect {
    /** The task fails; applies unless the control API completes it. */
    FAILURE,
    /** Applies if the task fails, however it fails. */
    NO_REFUND,
    /** Applies if the task completes, however it completes. */
    NO_OUTPUT,
    /** The task takes longer; applies if time ends it. */
    SLOWNESS,
    /** Nothing but the control API ends the task; applies until then. */
    STALL,
    /** Polls do not find the task; applies until they find it. */
    AMNESIA,
    /** A poll reports an earlier status; applies up to that poll. */
    FLICKER,
    /** The callback arrives before the response to the create request. */
    EARLY_CALLBACK
}
