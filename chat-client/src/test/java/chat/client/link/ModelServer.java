package chat.client.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** As much of a server with {@code /format json} and {@code /resume} as a link can notice, without a network. */
final class ModelServer {
    private static final Pattern TAGGED = Pattern.compile("@([A-Za-z0-9._-]{1,32})\\s+(/.*)");

    private final Map<String, String> accounts = new HashMap<>();
    private @Nullable String refusal;
    private final Map<String, Long> taken = new HashMap<>();
    private final Map<String, Long> latest = new HashMap<>();
    private final Map<String, Session> byKey = new HashMap<>();
    private final Map<String, Session> names = new HashMap<>();
    private final List<String> said = new ArrayList<>();

    /** All that was said, by whom, in order. */
    List<String> said() {
        return said;
    }

    /** Its process ends and another one begins. */
    void restarts() {
        taken.clear();
        latest.clear();
        byKey.clear();
        names.clear();
    }

    /** A name is registered. */
    void registers(String name, String password) {
        accounts.put(name, password);
    }

    /** Nobody is let in, for a reason; null to end that. */
    void refusesLogins(@Nullable String code) {
        refusal = code;
    }

    /** Somebody else takes a name. */
    void occupies(String name) {
        names.put(name, new Session());
    }

    void frees(String name) {
        names.remove(name);
    }

    Session connects() {
        return new Session();
    }

    /** One connection. */
    final class Session {
        private final List<String> answers = new ArrayList<>();
        private boolean json;
        private boolean dead;
        private @Nullable String key;
        private @Nullable String name;
        private @Nullable String asked;
        private boolean choosing;

        Session() {
            answers.add("Welcome to ClientMessageSystem.");
            answers.add("Please choose a name: type /setname NAME and press Enter.");
        }

        /** What it has to say since this was asked last. */
        List<String> answers() {
            List<String> now = List.copyOf(answers);
            answers.clear();
            return now;
        }

        /** The connection is gone as the server sees it. */
        void dies() {
            dead = true;
            if (name != null) {
                names.remove(name, this);
            }
        }

        void takes(String line) {
            if (dead) {
                return;
            }
            Matcher tagged = TAGGED.matcher(line);
            String tag = json && tagged.matches() ? tagged.group(1) : null;
            String command = tag == null ? line : tagged.group(2);
            if (tag != null && key != null && tag.matches("\\d+")) {
                long number = Long.parseLong(tag);
                if (number <= taken.getOrDefault(key, 0L)) {
                    answer("repeated", "", tag);
                    return;
                }
                if (name == null && command.startsWith("/all")) {
                    run(command, tag); // answered with the request for a name, and not taken
                    return;
                }
                taken.put(key, number);
            }
            run(command, tag);
        }

        private void run(String command, @Nullable String tag) {
            String[] words = command.split(" ", 2);
            switch (words[0]) {
                case "/format" -> {
                    json = true;
                    answer("format", ",\"format\":\"json\"", tag);
                }
                case "/resume" -> resume(words[1], tag);
                case "/setname" -> setName(words[1], tag);
                case "/login" -> logIn(words[1].split(" ", 2), tag);
                case "/secret" -> secret(words.length == 1 ? "" : words[1], tag);
                case "/register" -> ask(name, "new", tag);
                case "/ping" -> answer("pong", "", tag);
                case "/quit" -> {
                    answer("goodbye", ",\"reason\":\"quit\"", tag);
                    dies();
                }
                case "/all" -> {
                    if (name == null) {
                        answer("name-prompt", ",\"text\":\"Please choose a name.\"", tag);
                    } else {
                        said.add(name + ": " + words[1]);
                        answer("said", ",\"room\":\"lobby\"", tag);
                    }
                }
                default ->
                    answer("failure", ",\"code\":\"unknown-command\",\"text\":\"There is no such command.\"", tag);
            }
        }

        private void resume(String arguments, @Nullable String tag) {
            String wanted = arguments.split(" ", 2)[0];
            long connection = Long.parseLong(arguments.split(" ", 2)[1]);
            if (connection < latest.getOrDefault(wanted, 0L)) {
                answer("goodbye", ",\"reason\":\"replaced\"", null);
                dies();
                return;
            }
            latest.put(wanted, connection);
            key = wanted;
            Session ghost = byKey.put(wanted, this);
            if (ghost != null && !ghost.dead) {
                ghost.answer("goodbye", ",\"reason\":\"replaced\"", null);
                ghost.dies();
            }
            answer("resumed", ",\"last\":" + taken.getOrDefault(wanted, 0L), tag);
        }

        private void setName(String wanted, @Nullable String tag) {
            if (accounts.containsKey(wanted)) {
                answer("failure", ",\"code\":\"name-taken\",\"text\":\"That is registered.\"", tag);
                return;
            }
            Session owner = names.putIfAbsent(wanted, this);
            if (owner != null && owner != this) {
                answer("failure", ",\"code\":\"name-taken\",\"text\":\"The name " + wanted + " is taken.\"", tag);
                return;
            }
            boolean first = name == null;
            if (name != null && !name.equals(wanted)) {
                names.remove(name, this);
            }
            name = wanted;
            answer("name-accepted", ",\"name\":\"" + wanted + "\",\"first\":" + first, tag);
        }

        private void logIn(String[] words, @Nullable String tag) {
            if (refusal != null) {
                answer("failure", ",\"code\":\"" + refusal + "\",\"text\":\"Not now.\"", tag);
            } else if (words.length == 1) {
                ask(words[0], "current", tag);
            } else {
                enter(words[0], words[1], tag);
            }
        }

        private void ask(@Nullable String account, String purpose, @Nullable String tag) {
            asked = account;
            choosing = purpose.equals("new");
            answer(
                    "password-prompt",
                    ",\"purpose\":\"" + purpose + "\",\"name\":\"" + account + "\",\"warning\":\"\"",
                    tag);
        }

        private void secret(String password, @Nullable String tag) {
            if (asked == null) {
                answer("failure", ",\"code\":\"bad-arguments\",\"text\":\"Nothing was asked.\"", tag);
            } else if (choosing) {
                accounts.put(asked, password);
                answer("registered", ",\"name\":\"" + asked + "\"", tag);
            } else {
                enter(asked, password, tag);
            }
            asked = null;
        }

        private void enter(String account, String password, @Nullable String tag) {
            if (!password.equals(accounts.get(account))) {
                answer("failure", ",\"code\":\"not-allowed\",\"text\":\"Wrong name or password.\"", tag);
                return;
            }
            boolean first = name == null;
            name = account;
            names.put(account, this);
            answer("logged-in", ",\"name\":\"" + account + "\",\"first\":" + first, tag);
        }

        private void answer(String event, String fields, @Nullable String tag) {
            answers.add(
                    "{\"event\":\"" + event + "\"" + fields + (tag == null ? "" : ",\"tag\":\"" + tag + "\"") + "}");
        }
    }

    /** Which of these were said how often. */
    static Set<String> repeated(List<String> lines) {
        Set<String> once = new HashSet<>();
        Set<String> more = new HashSet<>();
        for (String line : lines) {
            if (!once.add(line)) {
                more.add(line);
            }
        }
        return more;
    }
}
