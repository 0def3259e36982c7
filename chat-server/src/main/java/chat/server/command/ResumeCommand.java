package chat.server.command;

import chat.common.event.Failure;
import chat.common.event.Resumed;
import chat.server.session.Session;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells a program that has connected again which of its numbered lines were taken, and ends the connection it had.
 *
 * <pre>
 *   a program sends   /resume 1b4e28ba-2fa1-11d2
 *   it reads          {"event":"resumed","last":7}
 * </pre>
 */
final class ResumeCommand implements Command {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{16,64}");

    private static final Syntax SYNTAX = Syntax.of(
                    "/resume KEY", "goes on where a lost connection ended", "/resume 1b4e28ba-2fa1-11d2")
            .evenUnnamed()
            .forPrograms()
            .rule("KEY is a secret that only your program knows, of 16 to 64 letters, digits, '.', '_' or '-'.")
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
        if (!KEY.matcher(key).matches()) {
            throw new Syntax.BadArguments();
        }
        return Reply.later(caller.tags().resume(key).thenApply(last -> Reply.of(new Resumed(last))));
    }
}
