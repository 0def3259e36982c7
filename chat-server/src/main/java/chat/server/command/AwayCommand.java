package chat.server.command;

import chat.common.event.Away;
import chat.common.event.Tip;
import chat.server.session.Absence;
import chat.server.session.Session;
import java.util.List;

/**
 * Has those who write to the caller alone know that they are away, once each; until the caller says something.
 *
 * <pre>
 *   ann types   /away lunch
 *   ann reads   * You are away until you say something or type /away: lunch
 *   bob types   /private ann coffee?
 *   bob reads   Sent to ann.
 *   bob reads   * ann is away: lunch
 * </pre>
 */
final class AwayCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "/away [TEXT]", "tells TEXT to those who write to you alone, or ends that", "/away lunch")
            .rule("TEXT has up to " + Absence.LONGEST + " characters.")
            .details("It ends, too, when you say something.")
            .speaks(Syntax.Speech.PRIVATE)
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) throws Syntax.BadArguments {
        if (arguments.isEmpty()) {
            return caller.identity().away(null)
                    ? Reply.of(new Away(""))
                    : Reply.of(new Tip("You are not away. To tell others that you are, type /away TEXT"));
        }
        String text = arguments.get(0);
        if (text.codePointCount(0, text.length()) > Absence.LONGEST) {
            throw new Syntax.BadArguments();
        }
        caller.identity().away(new Absence(text));
        return Reply.of(new Away(text));
    }
}
