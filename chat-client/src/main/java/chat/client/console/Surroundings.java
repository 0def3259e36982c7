package chat.client.console;

import chat.client.link.Link;
import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.CommandList;
import chat.common.event.CurrentRoom;
import chat.common.event.Event;
import chat.common.event.Followed;
import chat.common.event.Invitation;
import chat.common.event.Joined;
import chat.common.event.Left;
import chat.common.event.LoggedIn;
import chat.common.event.NameAccepted;
import chat.common.event.NameLost;
import chat.common.event.Presence;
import chat.common.event.RoomList;
import chat.common.event.Users;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What completion and the status row need to know, learned by listening and by asking. A server that speaks plain text
 * is not asked: it would answer to the person. All calls on the console's thread.
 */
final class Surroundings {
    private final Executor thread;
    private final Connection connection;
    private final Roster roster = new Roster();
    private final CommandCatalogue catalogue = new CommandCatalogue();
    private @Nullable UserName self;
    private boolean asksForNames;
    private boolean missedNames;

    /**
     * Knows nothing yet.
     *
     * @param thread runs tasks on the console's thread
     */
    Surroundings(Executor thread, Connection connection) {
        this.thread = thread;
        this.connection = connection;
    }

    Roster roster() {
        return roster;
    }

    CommandCatalogue catalogue() {
        return catalogue;
    }

    void heard(Event event) {
        if (event instanceof Presence presence) {
            roster.update(presence);
        } else if (event instanceof NameAccepted accepted) {
            renamed(accepted.name());
        } else if (event instanceof LoggedIn in) {
            renamed(in.name());
        } else if (event instanceof NameLost lost) {
            renamed(lost.name());
        } else if (event instanceof Users users) {
            roster.set(users);
        } else if (event instanceof CommandList commands) {
            catalogue.set(commands);
        } else if (event instanceof Joined joined) {
            goTo(joined.room());
        } else if (event instanceof CurrentRoom current) {
            goTo(current.room());
        } else if (event instanceof Left left) {
            goTo(left.current());
        } else if (event instanceof Followed followed) {
            roster.know(followed.room());
        } else if (event instanceof RoomList list) {
            list.rooms().forEach(row -> roster.know(row.room()));
        } else if (event instanceof Invitation invitation) {
            roster.know(invitation.room());
        }
    }

    private void renamed(UserName name) {
        if (self != null) {
            roster.rename(self, name);
        }
        self = name;
    }

    /** What is typed goes to a room from now on. */
    void goTo(RoomName room) {
        if (!room.equals(roster.room())) {
            roster.goTo(room);
            missedNames = true;
        }
    }

    /** The connection is lost, or there is no name yet. */
    void offline() {
        roster.forget();
    }

    /** Something was not heard: somebody may have come or gone. */
    void missed() {
        missedNames = true;
    }

    /** We are in the room now, and were not before. */
    void ask(Link link) {
        self = UserName.parse(connection.name()).orElse(null);
        if (connection.isPlainText()) {
            catalogue.reset();
            roster.goTo(RoomName.LOBBY); // where such a server puts everybody
            return;
        }
        link.ask("/cmd").thenAccept(answer -> thread.execute(() -> heard(answer.event())));
        link.ask("/rooms").thenAccept(answer -> thread.execute(() -> heard(answer.event())));
        askForNames(link);
    }

    /** Asks for the names again if some were missed, one question at a time. */
    void askForMissed(Link link) {
        if (missedNames && !asksForNames && connection.isOnline() && !connection.isPlainText()) {
            askForNames(link);
        }
    }

    private void askForNames(Link link) {
        asksForNames = true;
        missedNames = false;
        link.ask("/allusers")
                .whenComplete((answer, failure) -> thread.execute(() -> {
                    asksForNames = false;
                    if (answer != null) {
                        heard(answer.event());
                    }
                }));
    }
}
