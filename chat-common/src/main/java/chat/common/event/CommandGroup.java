package chat.common.event;

/** What people do with a command: under which heading a list has it. */
enum CommandGroup {
    TALKING("Talking"),
    ROOMS("Rooms"),
    NAME("Your name"),
    PEOPLE("Others, and being away"),
    ORDER("Keeping order"),
    CHAT("This chat"),
    /** What programs use, and what this version does not know. */
    MORE("More");

    private final String heading;

    CommandGroup(String heading) {
        this.heading = heading;
    }

    String heading() {
        return heading;
    }

    static CommandGroup of(CommandHelp command) {
        String verb = command.usage().split(" ", 2)[0];
        return switch (verb) {
            case "/all", "/private", "/reply", "/me", "/history", "/search", "/mentions", "/forget" -> TALKING;
            case "/allusers", "/rooms", "/join", "/leave", "/room", "/topic", "/invite", "/lock", "/unlock" -> ROOMS;
            case "/setname", "/register", "/login", "/password", "/unregister" -> NAME;
            case "/whois", "/ignore", "/unignore", "/away", "/notify", "/unnotify" -> PEOPLE;
            case "/kick",
                    "/mute",
                    "/unmute",
                    "/ban",
                    "/unban",
                    "/bans",
                    "/slow",
                    "/members-only",
                    "/purge",
                    "/op",
                    "/deop",
                    "/lockdown",
                    "/audit" -> ORDER;
            case "/cmd", "/quit" -> CHAT;
            default -> MORE;
        };
    }
}
