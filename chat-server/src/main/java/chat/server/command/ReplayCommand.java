package chat.server.command;

import chat.common.event.ReplayChanged;
import chat.server.session.Session;
import java.util.List;
import java.util.Locale;

/**
 * Changes whether the session is shown what was said before in rooms that it comes into from then on. Who comes back asks
 * for what it missed instead.
 *
 * <pre>
 *   a program sends   /replay off
 *   it reads          {"event":"replay","on":false}
 * </pre>
 */
final class ReplayCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "/replay SWITCH", "changes whether rooms tell you first what was said before", "/replay off")
            .evenUnnamed()
            .forPrograms()
            .rule("SWITCH is on or off.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) throws Syntax.BadArguments {
        String word = arguments.get(0).toLowerCase(Locale.ROOT);
        if (!word.equals("on") && !word.equals("off")) {
            throw new Syntax.BadArguments();
        }
        caller.rooms().setReplay(word.equals("on"));
        return Reply.of(new ReplayChanged(word.equals("on")));
    }
}
