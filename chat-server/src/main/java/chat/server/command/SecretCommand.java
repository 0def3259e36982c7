package chat.server.command;

import chat.common.event.Failure;
import chat.server.session.Session;
import java.util.List;

/**
 * How a program gives the password that it is asked for, which a person at a terminal simply types.
 *
 * <pre>
 *   it sends   /login ann
 *   it reads   {"event":"password-prompt","purpose":"current","name":"ann","warning":""}
 *   it sends   /secret correct horse
 * </pre>
 */
final class SecretCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "/secret [PASSWORD]",
                    "gives the password that was asked for, or gives up without one",
                    "/secret correct horse")
            .evenUnnamed()
            .forPrograms()
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        if (!caller.questions().isOpen()) {
            return Reply.failure(Failure.Code.BAD_ARGUMENTS, "No password is asked for at the moment.");
        }
        String typed = arguments.isEmpty() ? "" : arguments.get(0);
        return Reply.by(() -> {
            caller.questions().answer(typed);
            return Reply.NONE;
        });
    }
}
