package dev.darkroom.api.image;

import dev.darkroom.task.TaskView;
import java.util.Optional;

/**
 * Recognizes the URLs of images that this server creates. It goes by the id of the task in the path, so a URL may have
 * any of the hosts by which clients reach the server. Nothing is fetched.
 */
public interface OwnImages {

    /** The task whose image is at a URL; empty if no task of this server has it. */
    Optional<TaskView> taskOf(String url);
}
