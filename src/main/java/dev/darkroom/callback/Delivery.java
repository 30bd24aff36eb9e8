package dev.darkroom.callback;

import dev.darkroom.task.PublicId;
import dev.darkroom.task.TaskView;
import dev.darkroom.task.WebhookEvents;
import dev.darkroom.time.RetrySchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One receiver that is told about the end of one task.
 *
 * @param id that of the task for the first delivery of the task; the others have ids that follow from it
 * @param task the finished task
 * @param url the receiver
 * @param schedule when it is attempted
 * @param notice what a webhook is told; empty for the URL that the request named
 */
public record Delivery(UUID id, TaskView task, String url, RetrySchedule schedule, Optional<Notice> notice) {

    /**
     * What a webhook is told.
     *
     * @param event the event that the end of the task caused
     */
    public record Notice(Webhook webhook, String event) {}

    /**
     * The deliveries of a finished task: to the URL that its request named, then to each webhook that receives the
     * event. A receiver whose schedule has no attempts has no delivery.
     *
     * @param schedule when a URL that a request named is called
     */
    static List<Delivery> of(TaskView task, RetrySchedule schedule, List<Webhook> webhooks) {
        if (task.spec().callback().isEmpty() && task.spec().webhooks().isEmpty()) {
            return List.of();
        }
        List<Delivery> deliveries = new ArrayList<>();
        task.spec()
                .callback()
                .filter(url -> schedule.attempts() > 0)
                .ifPresent(url -> deliveries.add(new Delivery(task.id(), task, url, schedule, Optional.empty())));
        task.spec()
                .webhooks()
                .filter(events -> events.schedule().attempts() > 0)
                .ifPresent(events -> addNotices(deliveries, task, events, webhooks));
        return deliveries;
    }

    /** The id of a delivery of a task. */
    static UUID id(UUID task, int index) {
        return index == 0
                ? task
                : PublicId.id(new UUID(
                        task.getMostSignificantBits(), task.getLeastSignificantBits() ^ (long) index << Integer.SIZE));
    }

    private static void addNotices(
            List<Delivery> deliveries, TaskView task, WebhookEvents events, List<Webhook> webhooks) {
        String event = events.eventOf().apply(task.plan().outcome());
        for (Webhook webhook : webhooks) {
            if (webhook.receives(event)) {
                deliveries.add(new Delivery(
                        id(task.id(), deliveries.size()),
                        task,
                        webhook.url(),
                        events.schedule(),
                        Optional.of(new Notice(webhook, event))));
            }
        }
    }
}
