package chat.server.command;

import chat.server.moderation.Moderation;
import chat.server.session.Session;
import java.util.List;

/**
 * Tells what was done to keep order, and by whom.
 *
 * <pre>
 *   ann types   /audit
 *   ann reads   [10:31] ann (192.0.2.7:40422): ban eve in this server: spam
 * </pre>
 */
final class AuditCommand implements Command {
    private static final int USUAL = 20;
    private static final int MOST = 200;

    private static final Syntax SYNTAX = Syntax.of("/audit [COUNT]", "tells what was done to keep order", "/audit 20")
            .needs(Permission.OPERATOR)
            .rule("COUNT is 1 to " + MOST + "; 20 if you do not say.")
            .build();

    private final Moderation moderation;

    AuditCommand(Moderation moderation) {
        this.moderation = moderation;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) throws Syntax.BadArguments {
        return Reply.later(moderation.records().latest(count(arguments)).thenApply(Reply::of));
    }

    private static int count(List<String> arguments) throws Syntax.BadArguments {
        try {
            int count = arguments.isEmpty() ? USUAL : Integer.parseInt(arguments.get(0));
            if (count >= 1 && count <= MOST) {
                return count;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Syntax.BadArguments();
    }
}
