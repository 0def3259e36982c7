package chat.client.console;

import chat.client.link.Link;
import chat.client.link.LinkListener;

/** Makes the link that a console talks through. */
@FunctionalInterface
public interface LinkFactory {
    /**
     * Makes a link that has not started yet.
     *
     * @param listener hears what happens on it
     * @return the link
     */
    Link open(LinkListener listener);
}
