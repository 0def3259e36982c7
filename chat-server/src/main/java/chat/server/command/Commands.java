package chat.server.command;

import chat.common.Request;
import chat.common.event.CommandHelp;
import chat.common.event.Failure;
import chat.common.event.NamePrompt;
import chat.server.room.Rooms;
import chat.server.session.Session;
import chat.server.session.SessionRegistry;
import chat.server.session.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The command table, and the one place that decides whether a request may run. Immutable, any thread. */
public final class Commands {
    private final List<Command> table;
    private final Map<String, Command> byVerb = new HashMap<>();

    /**
     * Makes the table.
     *
     * @param registry who is connected
     * @param rooms where people are
     */
    public Commands(SessionRegistry registry, Rooms rooms) {
        table = List.of(
                new AllCommand(),
                new PrivateCommand(registry),
                new AllUsersCommand(),
                new SetNameCommand(registry, rooms),
                new CmdCommand(this),
                new QuitCommand());
        for (Command command : table) {
            byVerb.put(command.syntax().verb(), command);
            command.syntax().aliases().forEach(alias -> byVerb.put(alias, command));
        }
    }

    /**
     * Does what somebody asks for.
     *
     * @param caller who; called on its event loop
     * @param request what
     */
    public void run(Session caller, Request request) {
        reply(caller, request).to(caller);
    }

    private Reply reply(Session caller, Request request) {
        Command command = find(request.verb());
        boolean named = caller.stage() == Stage.NAMED;
        if (!named && (command == null || command.syntax().needsName())) {
            return Reply.of(new NamePrompt());
        }
        if (command == null) {
            return unknown(request.verb());
        }
        try {
            return command.run(caller, command.syntax().split(request.arguments()));
        } catch (Syntax.BadArguments e) {
            return badArguments(command.syntax());
        }
    }

    /** The command that a verb or an alias stands for. */
    @Nullable
    Command find(String verb) {
        return byVerb.get(verb);
    }

    private Reply unknown(String verb) {
        String nearest = NearestWord.to(verb, byVerb.keySet());
        return Reply.failure(
                Failure.Code.UNKNOWN_COMMAND,
                "There is no command /" + shortened(verb) + "; did you mean /" + nearest
                        + "? Type /cmd to see all commands.");
    }

    private static String shortened(String verb) {
        return verb.length() <= 20 ? verb : verb.substring(0, verb.offsetByCodePoints(0, 10)) + "...";
    }

    private static Reply badArguments(Syntax syntax) {
        return Reply.failure(Failure.Code.BAD_ARGUMENTS, syntax.expectation());
    }

    /** What every command does, in the order of the table. */
    public List<CommandHelp> help() {
        return table.stream().map(command -> command.syntax().help()).toList();
    }

    /**
     * What one command does.
     *
     * @param verb its verb or an alias, with or without the slash
     * @return the explanation, if there is such a command
     */
    Optional<CommandHelp> help(String verb) {
        return Optional.ofNullable(find(bare(verb)))
                .map(command -> command.syntax().help());
    }

    /** The answer to a verb that is in no table. */
    Reply noSuchCommand(String verb) {
        return unknown(bare(verb));
    }

    private static String bare(String verb) {
        return (verb.startsWith("/") ? verb.substring(1) : verb).toLowerCase(Locale.ROOT);
    }
}
