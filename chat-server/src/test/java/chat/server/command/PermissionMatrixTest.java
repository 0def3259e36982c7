package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.event.Failure;
import chat.common.event.NamePrompt;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command, typed by everybody, everywhere. A new command fails here until somebody has decided who may use it. */
class PermissionMatrixTest {
    private static final Set<Failure.Code> REFUSALS =
            EnumSet.of(Failure.Code.NOT_ALLOWED, Failure.Code.NOT_LOGGED_IN, Failure.Code.NOT_OWNER);

    /** The decisions: who may use what. */
    private static final Map<Permission, Set<String>> DECIDED = Map.of(
            Permission.ANYBODY,
            Set.of("setname", "login", "secret", "quit", "format", "ping", "resume", "replay"),
            Permission.NAMED,
            Set.of(
                    "all",
                    "private",
                    "reply",
                    "ignore",
                    "away",
                    "notify",
                    "unnotify",
                    "unignore",
                    "whois",
                    "register",
                    "me",
                    "allusers",
                    "rooms",
                    "join",
                    "leave",
                    "room",
                    "topic",
                    "history",
                    "search",
                    "mentions",
                    "forget",
                    "invite",
                    "cmd"),
            Permission.REGISTERED,
            Set.of("password", "unregister"),
            Permission.OWNER,
            Set.of("lock", "unlock", "kick", "mute", "unmute", "ban", "unban", "bans", "slow", "members-only", "purge"),
            Permission.APPOINTED,
            Set.of("op", "deop"),
            Permission.OPERATOR,
            Set.of("lockdown", "audit"));

    /** The decisions: what reaches others, and so is not for who is muted. */
    private static final Map<Syntax.Speech, Set<String>> SPEECH_DECIDED = Map.of(
            Syntax.Speech.ROOM,
            Set.of("all", "me", "topic", "kick", "mute", "ban"),
            Syntax.Speech.PRIVATE,
            Set.of("private", "reply", "invite", "away"),
            Syntax.Speech.NONE,
            Set.of(
                    "setname", // the gate knows who is muted and has to keep their name
                    "login",
                    "secret",
                    "quit",
                    "format",
                    "ping",
                    "resume",
                    "replay",
                    "ignore",
                    "unignore",
                    "notify",
                    "unnotify",
                    "whois",
                    "register",
                    "allusers",
                    "rooms",
                    "join",
                    "leave",
                    "room",
                    "history",
                    "search",
                    "mentions",
                    "forget",
                    "cmd",
                    "password",
                    "unregister",
                    "lock",
                    "unlock",
                    "unmute",
                    "unban",
                    "bans",
                    "slow",
                    "members-only",
                    "purge",
                    "op",
                    "deop",
                    "lockdown",
                    "audit"));

    /** The decisions: what in a locked room only those may who look after it, and in an open one everybody. */
    private static final Set<String> OWNER_IF_LOCKED = Set.of("invite");

    /** Who types it. */
    private enum Role {
        UNNAMED,
        GUEST,
        REGISTERED,
        OWNER_HERE,
        OWNER_ELSEWHERE,
        OPERATOR
    }

    /** Where it is typed: in the room that the owner here looks after, in another one, in the lobby. */
    private enum Where {
        OWN,
        OTHER,
        LOBBY
    }

    static Stream<Command> table() {
        return CommandTableTest.table();
    }

    @ParameterizedTest
    @MethodSource("table")
    void shouldBeDecided(Command command) {
        assertThat(DECIDED.get(command.syntax().permission()))
                .as(
                        "please decide in this test who may use /%s",
                        command.syntax().verb())
                .contains(command.syntax().verb());
    }

    @ParameterizedTest
    @MethodSource("table")
    void shouldRefuseThoseOnlyWhoMayNot(Command command) {
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            for (Where where : Where.values()) {
                boolean refused = isRefused(command, role, where);
                if (refused == may(command.syntax(), role, where)) {
                    wrong.add(role + " in " + where + (refused ? " is refused" : " is not refused"));
                }
            }
        }
        assertThat(wrong).as("/%s", command.syntax().verb()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("table")
    void shouldBeDecidedForThoseWhoAreMuted(Command command) {
        assertThat(SPEECH_DECIDED.get(command.syntax().speech()))
                .as(
                        "please decide in this test whom /%s writes to",
                        command.syntax().verb())
                .contains(command.syntax().verb());
    }

    /** Under another name, and as somebody else, they could write again. */
    private static final Set<String> NAMING = Set.of("setname", "register");

    @ParameterizedTest
    @MethodSource("table")
    void shouldNotLetWriteWhoIsMuted(Command command) {
        Syntax syntax = command.syntax();
        boolean keepsName = NAMING.contains(syntax.verb());
        boolean makesRoom = syntax.verb().equals("join"); // others would read its name
        boolean writes = syntax.speech() != Syntax.Speech.NONE && syntax.permission() != Permission.OWNER;
        assertThat(isMuted(command, Where.LOBBY))
                .as("/%s, muted on the server", syntax.verb())
                .isEqualTo(writes || keepsName || makesRoom);
        assertThat(isMuted(command, Where.OTHER))
                .as("/%s, muted in the room", syntax.verb())
                .isEqualTo((writes && syntax.speech() == Syntax.Speech.ROOM) || keepsName);
    }

    /** Somebody is muted where it says, and has been written to. */
    private static boolean isMuted(Command command, Where muted) {
        try (EmbeddedChat chat = new EmbeddedChat()) {
            Terminal olga = House.operator(chat, "olga");
            olga.type("/join other", "hello");
            Terminal caller = House.guestFrom(chat, "192.0.2.7", "caller");
            caller.type("/join other");
            enter(olga, muted);
            olga.type("/mute caller", "/private caller hello");
            caller.type("/format json").text();
            return caller.type("@x " + command.syntax().help().example()).events().stream()
                    .anyMatch(event -> event instanceof Failure failure && failure.code() == Failure.Code.MUTED);
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void shouldAskForMoreInLockedRooms(Command command) {
        Syntax syntax = command.syntax();
        boolean owners = Set.of(Permission.OWNER, Permission.APPOINTED).contains(syntax.permission())
                || OWNER_IF_LOCKED.contains(syntax.verb());
        assertThat(syntax.ownerIfLocked()).isEqualTo(OWNER_IF_LOCKED.contains(syntax.verb()));
        for (Role role : new Role[] {Role.GUEST, Role.REGISTERED, Role.OWNER_HERE, Role.OPERATOR}) {
            boolean may = role == Role.OWNER_HERE || role == Role.OPERATOR;
            assertThat(isRefusedInLockedRoom(command, role))
                    .as("/%s by %s", syntax.verb(), role)
                    .isEqualTo(owners && !may);
        }
    }

    private static boolean isRefusedInLockedRoom(Command command, Role role) {
        try (EmbeddedChat chat = new EmbeddedChat()) {
            Terminal caller = caller(chat, role);
            Terminal owner = role == Role.OWNER_HERE ? caller : House.registered(chat, "olga");
            owner.type("/join own", "hello");
            caller.type("/join own");
            owner.type("/lock");
            caller.type("/format json").text();
            return caller.type("@x " + command.syntax().help().example()).events().stream()
                    .anyMatch(event -> event instanceof Failure failure && failure.code() == Failure.Code.NOT_OWNER);
        }
    }

    private static boolean may(Syntax syntax, Role role, Where where) {
        boolean inLobby = where == Where.LOBBY || role == Role.UNNAMED;
        if (role == Role.UNNAMED) {
            return syntax.permission() == Permission.ANYBODY;
        }
        if (inLobby && !syntax.lobbyRefusal().isEmpty()) {
            return false;
        }
        boolean owner = (role == Role.OWNER_HERE && where == Where.OWN)
                || (role == Role.OWNER_ELSEWHERE && where == Where.OTHER)
                || role == Role.OPERATOR;
        return switch (syntax.permission()) {
            case ANYBODY, NAMED -> true;
            case REGISTERED -> role != Role.GUEST;
            case OWNER, APPOINTED -> owner;
            case OPERATOR -> role == Role.OPERATOR;
        };
    }

    private static boolean isRefused(Command command, Role role, Where where) {
        try (EmbeddedChat chat = new EmbeddedChat()) {
            Terminal caller = caller(chat, role);
            House.registered(chat, "olga").type("/join own", "hello", "/join other", "hello");
            caller.type("/format json").text();
            if (role != Role.UNNAMED) {
                enter(caller, where);
            }
            caller.events();
            String example = command.syntax().help().example();
            return caller.type("@x " + example).events().stream()
                    .anyMatch(event -> event instanceof NamePrompt
                            || (event instanceof Failure failure
                                    && REFUSALS.contains(failure.code())
                                    && !failure.sentence().contains("looks after this server")));
        }
    }

    private static Terminal caller(EmbeddedChat chat, Role role) {
        Terminal caller = switch (role) {
            case UNNAMED -> chat.connect();
            case GUEST -> chat.join("caller");
            case OPERATOR -> House.operator(chat, "caller");
            default -> House.registered(chat, "caller");
        };
        if (role == Role.OWNER_HERE) {
            caller.type("/join own", "hello");
        } else if (role == Role.OWNER_ELSEWHERE) {
            caller.type("/join other", "hello");
        }
        return caller;
    }

    private static void enter(Terminal caller, Where where) {
        switch (where) {
            case OWN -> caller.type("/join own");
            case OTHER -> caller.type("/join other");
            case LOBBY -> caller.type("/room lobby");
        }
    }

    @Test
    void shouldShowToEachWhatTheyMayUse() {
        try (EmbeddedChat chat = new EmbeddedChat()) {
            Terminal guest = chat.join("guest");
            Terminal operator = House.operator(chat, "olga");
            assertThat(guest.type("/cmd").text()).doesNotContain("/ban", "/lockdown", "/lock ");
            assertThat(operator.type("/cmd").text()).contains("/ban NAME [for TIME] [because TEXT]", "/lockdown [HOW]");
            assertThat(guest.type("/join own", "/cmd").text())
                    .contains("/ban NAME", "/lock ")
                    .doesNotContain("/lockdown");
            assertThat(guest.type("/cmd lockdown").text()).contains("For operators of this server.");
        }
    }
}
