package chat.server.command;

import chat.common.event.Failure;
import chat.common.event.Resumed;
import chat.server.session.Ending;
import chat.server.session.Session;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells a program that has connected again which of its numbered lines were taken, and ends the connection it had. A
 * connection that was given up may still have a {@code /resume} on its way: so that it cannot end the one that came after
 * it, a program counts its connections.
 *
 * <pre>
 *   a program sends   /resume 1b4e28ba-2fa1-11d2 3
 *   it reads          {"event":"resumed","last":7}
 * </pre>
 */
final class ResumeCommand implements Command {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{16,64}");
    private static final Pattern CONNECTION = Pattern.compile("[0-9]{1,18}");

    private static final Syntax SYNTAX = Syntax.of(
                    "/resume KEY [CONNECTION]", "goes on where a lost connection ended", "/resume 1b4e28ba-2fa1-11d2 3")
            .evenUnnamed()
            .forPrograms()
            .rule("KEY is a secret that only your program knows, of 16 to 64 letters, digits, '.', '_' or '-';"
                    + " CONNECTION is a number that grows with each of its connections.")
            .details("Lines tagged with a number are done once under each key, however often they are sent.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) throws Syntax.BadArguments {
        if (!caller.isProgram()) {
            return Reply.failure(Failure.Code.WRONG_FORMAT, "Only programs resume: please send /format json first.");
        }
        String key = arguments.get(0);
        String connection = arguments.size() > 1 ? arguments.get(1) : "0";
        if (!KEY.matcher(key).matches() || !CONNECTION.matcher(connection).matches()) {
            throw new Syntax.BadArguments();
        }
        return caller.tags()
                .resume(key, Long.parseLong(connection))
                .map(last -> Reply.later(last.thenApply(number -> Reply.of(new Resumed(number)))))
                .orElseGet(() -> replaced(caller));
    }

    /** This connection is not the latest one: what it says is not heard any more. */
    private static Reply replaced(Session caller) {
        caller.end(Ending.REPLACED);
        return Reply.NONE;
    }
}
