package chat.server.command;

import chat.common.NearestWord;
import chat.common.Request;
import chat.common.event.CommandHelp;
import chat.common.event.Failure;
import chat.common.event.NamePrompt;
import chat.common.event.Repeated;
import chat.server.account.Accounts;
import chat.server.moderation.Gate;
import chat.server.moderation.Moderation;
import chat.server.room.Rooms;
import chat.server.session.Contacts;
import chat.server.session.Session;
import chat.server.session.SessionRegistry;
import chat.server.session.Stage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The command table, and the one place that decides whether a request may run. Immutable, any thread. */
public final class Commands {
    private final List<Command> table;
    private final Map<String, Command> byVerb = new HashMap<>();
    private final Permissions permissions;
    private final Set<String> verbsForPeople = new HashSet<>();

    /**
     * Makes the table.
     *
     * @param services what they work with
     */
    public Commands(Services services) {
        SessionRegistry registry = services.registry();
        Rooms rooms = services.rooms();
        Accounts accounts = services.accounts();
        Credentials credentials = new Credentials(services.logins(), services.secrecy());
        Moderation moderation = services.moderation();
        Gate gate = moderation.gate();
        Entrance entrance = new Entrance(rooms, gate);
        Contacts contacts = services.contacts();
        Writing writing = new Writing(registry, services.post(), contacts, moderation.floor());
        permissions = new Permissions(moderation.roles(), moderation.floor(), services.secrecy());
        table = List.of(
                new AllCommand(),
                new PrivateCommand(registry, accounts, writing),
                new ReplyCommand(registry, accounts, writing),
                new IgnoreCommand(registry, accounts, contacts),
                new UnignoreCommand(registry, contacts),
                new AwayCommand(),
                new NotifyCommand(accounts, services.watches()),
                new UnnotifyCommand(services.watches()),
                new MeCommand(),
                new AllUsersCommand(),
                new WhoIsCommand(registry, accounts, moderation.roles()),
                new RoomsCommand(rooms, moderation.roles()),
                new JoinCommand(rooms, gate, moderation.roles()),
                new LeaveCommand(rooms),
                new RoomCommand(),
                new TopicCommand(),
                new HistoryCommand(registry, rooms),
                new SearchCommand(registry, rooms),
                new MentionsCommand(registry, rooms),
                new ForgetCommand(rooms, services.post()),
                new InviteCommand(registry, writing, moderation),
                new LockCommand(),
                new UnlockCommand(),
                new KickCommand(moderation),
                new MuteCommand(moderation),
                new UnmuteCommand(moderation),
                new BanCommand(moderation),
                new UnbanCommand(moderation),
                new BansCommand(moderation),
                new SlowCommand(moderation),
                new MembersOnlyCommand(moderation),
                new PurgeCommand(moderation),
                new OpCommand(moderation),
                new DeopCommand(moderation),
                new LockdownCommand(moderation, rooms),
                new AuditCommand(moderation),
                new SetNameCommand(registry, accounts, gate, entrance),
                new RegisterCommand(registry, services.logins(), accounts, gate, credentials),
                new LoginCommand(services, credentials, new NameReturn(registry, accounts), entrance),
                new PasswordCommand(accounts, credentials),
                new UnregisterCommand(moderation.promotions(), credentials),
                new SecretCommand(),
                new CmdCommand(this),
                new QuitCommand(),
                new FormatCommand(),
                new PingCommand(),
                new ResumeCommand(),
                new ReplayCommand());
        for (Command command : table) {
            Syntax syntax = command.syntax();
            enter(syntax.verb(), command);
            syntax.aliases().forEach(alias -> enter(alias, command));
        }
    }

    private void enter(String verb, Command command) {
        byVerb.put(verb, command);
        if (!command.syntax().isForPrograms()) {
            verbsForPeople.add(verb);
        }
    }

    /**
     * Does what somebody asks for.
     *
     * @param caller who; called on its event loop
     * @param request what
     */
    public void run(Session caller, Request request) {
        Reply reply = reply(caller, request);
        Command command = find(request.verb());
        if (command != null && command.syntax().asks(request.arguments())) {
            Dialogue.begin(caller, reply, () -> reply(caller, request));
        } else {
            reply.to(caller);
        }
    }

    private Reply reply(Session caller, Request request) {
        if (caller.tags().isRepeated()) {
            return Reply.of(new Repeated());
        }
        Command command = find(request.verb());
        boolean named = caller.stage() == Stage.NAMED;
        if (!named && (command == null || command.syntax().permission() != Permission.ANYBODY)) {
            return Reply.of(new NamePrompt()); // nothing is taken of what a program has called
        }
        caller.tags().taken();
        if (command == null) {
            return unknown(caller, request.verb());
        }
        Reply refusal = permissions.refusal(caller, command.syntax(), request.arguments());
        if (refusal != null) {
            return refusal;
        }
        try {
            return command.run(caller, command.syntax().split(request.arguments()));
        } catch (Syntax.BadArguments e) {
            return badArguments(command.syntax(), e);
        }
    }

    /** The command that a verb or an alias stands for. */
    @Nullable
    Command find(String verb) {
        return byVerb.get(verb);
    }

    private Reply unknown(Session caller, String verb) {
        String nearest = NearestWord.to(verb, caller.out().format().hasWords() ? verbsForPeople : byVerb.keySet());
        return Reply.failure(
                Failure.Code.UNKNOWN_COMMAND,
                "There is no command /" + shortened(verb) + "; did you mean /" + nearest
                        + "? Type /cmd to see all commands.");
    }

    private static String shortened(String verb) {
        return verb.length() <= 20 ? verb : verb.substring(0, verb.offsetByCodePoints(0, 10)) + "...";
    }

    private static Reply badArguments(Syntax syntax, Syntax.BadArguments wrong) {
        return Reply.failure(Failure.Code.BAD_ARGUMENTS, wrong.sentence() + syntax.expectation());
    }

    /** What every command does that is of use to somebody where they are now, in the order of the table. */
    List<CommandHelp> help(Session caller) {
        return table.stream()
                .map(Command::syntax)
                .filter(syntax -> !caller.out().format().hasWords() || !syntax.isForPrograms())
                .filter(syntax -> permissions.isOfUse(caller, syntax))
                .map(Syntax::help)
                .toList();
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
    Reply noSuchCommand(Session caller, String verb) {
        return unknown(caller, bare(verb));
    }

    private static String bare(String verb) {
        return (verb.startsWith("/") ? verb.substring(1) : verb).toLowerCase(Locale.ROOT);
    }
}
