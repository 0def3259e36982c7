package chat.client.link;

import chat.common.Limits;
import chat.common.Request;
import chat.common.RoomName;
import chat.common.event.Received;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A line on its way to the server. What never changes is for any thread, the rest for the link's. */
final class Line {
    /** Room for {@code @NUMBER } in front, whatever the number. */
    private static final int TAG_BYTES = 16;

    /** Done twice they do what they do once, so they are simply sent again if their answer was lost. */
    private static final Set<String> REPEATABLE =
            Set.of("setname", "nick", "cmd", "help", "allusers", "rooms", "ping", "quit", "exit", "login");

    /** What somebody without a name may ask for. */
    private static final Set<String> NAMELESS = Set.of("setname", "nick", "cmd", "help", "ping", "login", "secret");

    /** What is about the room that is the current one when the server reads it. */
    private static final Set<String> FOR_CURRENT_ROOM =
            Set.of(Request.SAY, "me", "topic", "invite", "lock", "unlock", "history");

    /** The same, unless they name a room. */
    private static final Set<String> FOR_CURRENT_ROOM_ALONE = Set.of("allusers", "leave");

    private static final Set<String> PASSWORDS = Set.of("register", "unregister", "login", "secret", "password");

    private final String text;
    private final String command;
    private final String verb;
    private final String arguments;
    private final int bytes;
    private final CompletableFuture<Received> answer = new CompletableFuture<>();

    private String tag = "";
    private long number;
    private boolean sent;
    private long sentAt;
    private long place;

    private Line(String text, String command, Request request) {
        this.text = text;
        this.command = command;
        this.verb = request.verb();
        this.arguments = request.arguments();
        this.bytes = bytes(text);
    }

    /** A line as somebody typed it; only if there is no {@link #problemWith} it. */
    static Line of(String text) {
        return new Line(text, command(text), Request.parse(text));
    }

    /**
     * Says why a line cannot be sent.
     *
     * @param text as it was typed
     * @return half a sentence, or null if it can
     */
    static @Nullable String problemWith(String text) {
        if (text.isBlank()) {
            return "there is nothing in it";
        }
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            return "it is more than one line";
        }
        String command = command(text);
        int surplus = bytes(command) + TAG_BYTES - Limits.MAX_LINE_BYTES;
        if (surplus > 0) {
            return "it is " + surplus + (surplus == 1 ? " byte" : " bytes")
                    + " too long; please send it in several lines";
        }
        Request request = Request.parse(text);
        if (request.verb().equals("resume") || request.verb().equals("replay")) {
            return "/" + request.verb() + " is the client's own business";
        }
        if (request.verb().equals("format") && !request.arguments().equals("json")) {
            return "/format is the client's own business";
        }
        return null;
    }

    /** What stands behind a tag: always a command. Blanks in front of one do not count, those in front of words do. */
    private static String command(String text) {
        String stripped = text.strip();
        return stripped.startsWith("/") ? stripped : "/" + Request.SAY + " " + text.stripTrailing();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** As it was typed. */
    String text() {
        return text;
    }

    /** As a command, whatever was typed. */
    String command() {
        return command;
    }

    /** The bytes it was typed with. */
    int bytes() {
        return bytes;
    }

    /** What becomes of it. */
    CompletableFuture<Received> answer() {
        return answer;
    }

    /** Whether it must not be done twice, and so needs a number. */
    boolean isCounted() {
        return !REPEATABLE.contains(verb);
    }

    /** Whether it makes sense for somebody without a name. */
    boolean isForTheNameless() {
        return NAMELESS.contains(verb);
    }

    /** Whether it asks for a name. */
    boolean asksForName() {
        return verb.equals("setname") || verb.equals("nick");
    }

    /** Whether it is the password that the server has asked for on this connection, and means nothing on another one. */
    boolean answersPrompt() {
        return verb.equals("secret");
    }

    /** Whether it has a password in it, at which the server may look for a while. */
    boolean bearsPassword() {
        return PASSWORDS.contains(verb) && !passwordIn().isEmpty();
    }

    /** The last password in it: all that it says, but for the words in front. */
    String passwordIn() {
        boolean second = verb.equals("login") || verb.equals("password");
        return second ? arguments.replaceFirst("^\\S+\\s*", "") : arguments;
    }

    /** Whether it ends the connection. */
    boolean quits() {
        return verb.equals("quit") || verb.equals("exit");
    }

    /** Whether it depends on the current room, so that it would do something else in another one. */
    boolean isForCurrentRoom() {
        boolean namesRoom = verb.equals("history") && arguments.matches("(before|after)\\s+\\S+\\s+\\S+");
        return (FOR_CURRENT_ROOM.contains(verb) && !namesRoom)
                || (FOR_CURRENT_ROOM_ALONE.contains(verb) && arguments.isEmpty());
    }

    /** The room that it makes the current one, if the server lets it; null for none. */
    @Nullable
    RoomName goesTo() {
        return verb.equals("join") || verb.equals("room")
                ? RoomName.parse(arguments.split("\\s+", -1)[0]).orElse(null)
                : null;
    }

    /** Its verb, without the slash. */
    String verb() {
        return verb;
    }

    /** What stands behind the verb. */
    String arguments() {
        return arguments;
    }

    /** What it was tagged with when it was written last; empty before. */
    String tag() {
        return tag;
    }

    /** The number it keeps from the first time that it was written; 0 before, and if it is not counted. */
    long number() {
        return number;
    }

    /** Whether it was ever written to a connection. */
    boolean isSent() {
        return sent;
    }

    /** When it was written last, in the network's nanoseconds. */
    long sentAt() {
        return sentAt;
    }

    /** Its place among all that was written; grows. */
    long place() {
        return place;
    }

    /** It is written now, with a tag that may be a number, in which case it keeps it. */
    void written(String tag, long number, long at, long place) {
        this.tag = tag;
        this.number = number;
        this.sentAt = at;
        this.place = place;
        this.sent = true;
    }
}
