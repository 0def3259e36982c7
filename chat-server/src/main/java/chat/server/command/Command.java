package chat.server.command;

import chat.server.session.Session;
import java.util.List;

/** What the server does for one verb. Stateless, shared by all event loops. */
public interface Command {
    /** How it is typed and explained. */
    Syntax syntax();

    /**
     * Does it. On the caller's event loop, so it never waits; the table has checked stage and arguments.
     *
     * @param caller who typed it
     * @param arguments as {@link #syntax} describes them
     * @return the answer to the caller
     * @throws Syntax.BadArguments if an argument is not what {@link #syntax} says; the caller is told what is
     */
    Reply run(Session caller, List<String> arguments) throws Syntax.BadArguments;
}
