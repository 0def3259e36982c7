package chat.common.event;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/**
 * A request that could not be done, and why.
 *
 * @param code for programs; never changes once published
 * @param sentence for people: what was wrong and what was expected
 */
public record Failure(Code code, String sentence) implements Event {
    /** The kinds of failure. */
    public enum Code {
        /** Somebody who keeps order does not let the person in. */
        BANNED,
        /** The words after the command are not what it takes. */
        BAD_ARGUMENTS,
        /** What was asked for is not kept any more, or is of another history. */
        HISTORY_GONE,
        /** Somebody does not want to read what the session writes. */
        IGNORED,
        /** As many are on a list as may be. */
        LIST_FULL,
        /** A line is longer than {@link chat.common.Limits#MAX_LINE_BYTES}. */
        LINE_TOO_LONG,
        /** As many messages wait for somebody as may. */
        MAILBOX_FULL,
        /** Nobody new comes in at the moment without logging in. */
        LOCKDOWN,
        /** Only registered people may write in the room at the moment. */
        MEMBERS_ONLY,
        /** Somebody who keeps order does not let the person write. */
        MUTED,
        /** What was asked for may not be a name. */
        NAME_NOT_ALLOWED,
        /** Somebody else has the name. */
        NAME_TAKEN,
        /** The person may not do that: the sentence says who may. */
        NOT_ALLOWED,
        /** The server cannot keep what was said, so nobody has read it. */
        NOT_KEPT,
        /** What should be forgotten is still there, or some of it. */
        NOT_REMOVED,
        /** Nobody has the name. */
        NOT_FOUND,
        /** Others could read a password on this connection, so none is taken. */
        NOT_ENCRYPTED,
        /** The session is not in the room. */
        NOT_IN_ROOM,
        /** Only who has logged in may do that. */
        NOT_LOGGED_IN,
        /** Only who looks after a room may do that. */
        NOT_OWNER,
        /** The receiver's connection takes nothing at the moment. */
        NOT_READING,
        /** What a newer server knows and this version does not: the sentence says it. No server sends it. */
        OTHER,
        /** What was asked for may not be a password. */
        PASSWORD_NOT_ALLOWED,
        /** Only those come into the room who are invited, or have its key. */
        ROOM_LOCKED,
        /** What was asked for may not be the name of a room. */
        ROOM_NOT_ALLOWED,
        /** The server has too much to send at the moment for a long answer. */
        SERVER_BUSY,
        /** Something went wrong that never should. */
        SERVER_MISTAKE,
        /** The session is in as many rooms as one may be in, or the server has as many as it takes. */
        TOO_MANY_ROOMS,
        /** That was asked for too often lately. */
        TOO_OFTEN,
        /** There is no such command. */
        UNKNOWN_COMMAND,
        /** What was asked for exists in JSON sessions only. */
        WRONG_FORMAT,
        /** Nobody has that name and that password. */
        WRONG_PASSWORD;

        /** The code as programs read it: {@code name-taken}. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Code of(String wire) {
            return Arrays.stream(values())
                    .filter(code -> code.wire().equals(wire))
                    .findFirst()
                    .orElse(OTHER);
        }
    }

    /**
     * Nobody has read what was said, since the server could not keep it.
     *
     * @param why the reason: {@code the disk is full}
     * @return what its author reads
     */
    public static Failure notKept(String why) {
        return new Failure(
                Code.NOT_KEPT,
                "Not sent: this server cannot keep messages at the moment (" + why + "). Please try again later.");
    }

    /**
     * What somebody asked for was not done, since the server could not keep it.
     *
     * @param why as with {@link #notKept}
     * @return what they read
     */
    public static Failure notDone(String why) {
        return new Failure(
                Code.NOT_KEPT,
                "Not done: this server cannot keep that at the moment (" + why + "). Please try again later.");
    }

    @Override
    public void writeText(TextLines out) {
        out.line(sentence);
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("failure").add("code", code.wire()).add("text", sentence);
    }

    static Failure read(JsonObject in) {
        return new Failure(Code.of(in.text("code")), in.text("text"));
    }
}
