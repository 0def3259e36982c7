package chat.server.command;

import chat.common.event.Failure;
import chat.common.event.FormatChanged;
import chat.common.wire.WireFormat;
import chat.server.session.Session;
import java.util.List;
import java.util.Locale;

/**
 * Changes how the session is written to: JSON for programs, or text again.
 *
 * <pre>
 *   ann types   /format json
 *   ann reads   {"event":"format","format":"json"}
 * </pre>
 */
final class FormatCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "/format FORMAT", "changes how the server writes to you", "/format json")
            .evenUnnamed()
            .forPrograms()
            .rule("FORMAT is json or text.")
            .build();

    private static final String NO_TEXT = "This page reads JSON only, so the format stays as it is.";

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) throws Syntax.BadArguments {
        String format = arguments.get(0).toLowerCase(Locale.ROOT);
        if (!format.equals("json") && !format.equals("text")) {
            throw new Syntax.BadArguments();
        }
        if (format.equals("text") && caller.out().format() == WireFormat.WEB) {
            return Reply.failure(Failure.Code.NOT_ALLOWED, NO_TEXT);
        }
        caller.out().setJson(format.equals("json"));
        return Reply.of(new FormatChanged(format));
    }
}
