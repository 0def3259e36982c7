package chat.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;

/** Plays a script against a server, with a socket for each person. */
final class Conversation implements AutoCloseable {
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Door door;
    private final String lineEnd;

    private Conversation(Door door, String lineEnd) {
        this.door = door;
        this.lineEnd = lineEnd;
    }

    /** Plays it to its end, where nobody may have anything left to read. */
    static void play(Script script, Door door, String lineEnd) {
        try (Conversation conversation = new Conversation(door, lineEnd)) {
            script.steps().forEach(conversation::play);
            String place = script.name() + " (end)";
            conversation.people.forEach((name, person) -> conversation.silent(place, name, person));
        }
    }

    private void play(Script.Step step) {
        try {
            switch (step.deed()) {
                case "connects" -> comes(step, Person.connects(step.who(), door, lineEnd));
                case "joins" -> comes(step, Person.joins(step.who(), door, lineEnd));
                case ">" -> types(step);
                case "<" -> reads(step);
                case "is silent" -> silent(step.place(), step.who(), person(step));
                case "is gone" -> gone(step);
                case "disconnects" -> person(step).close();
                default -> throw new IllegalStateException(step.deed());
            }
        } catch (AssertionError e) {
            throw e.getMessage().startsWith(step.place()) ? e : failure(step.place(), e.getMessage());
        }
    }

    private void comes(Script.Step step, Person person) {
        Person before = people.put(step.who(), person);
        if (before != null) {
            before.close();
            unread(step.place(), step.who(), before);
        }
    }

    private void types(Script.Step step) {
        Person person = person(step);
        person.types(step.bytes());
        person.roundTrip();
    }

    private void reads(Script.Step step) {
        String expected = new String(step.bytes(), UTF_8);
        if (expected.startsWith("* ")) {
            told(step, expected);
            return;
        }
        Inbox inbox = person(step).inbox();
        String line = inbox.next();
        if (line == null) {
            throw failure(step.place(), step.who() + " reads nothing (expected: \"" + expected + "\")");
        }
        boolean open = expected.endsWith("[...]");
        String beginning = open ? expected.substring(0, expected.length() - "[...]".length()) : expected;
        if (open ? !line.startsWith(beginning) : !line.equals(expected)) {
            throw failure(
                    step.place(),
                    step.who() + " reads \"" + line + "\" (expected: \"" + expected + "\"), and after that "
                            + inbox.unread());
        }
    }

    private void told(Script.Step step, String notice) {
        Inbox inbox = person(step).inbox();
        for (String fact : Notice.facts(notice)) {
            if (!inbox.tells(fact)) {
                throw failure(
                        step.place(),
                        "no notice tells " + step.who() + " that \"" + fact + "\"; untold yet: " + inbox.untold());
            }
        }
    }

    private void gone(Script.Step step) {
        if (!person(step).inbox().ends()) {
            throw failure(step.place(), "the server keeps " + step.who() + "'s connection open");
        }
    }

    private void silent(String place, String name, Person person) {
        person.roundTrip();
        unread(place, name, person);
    }

    private static void unread(String place, String name, Person person) {
        Inbox inbox = person.inbox();
        if (!inbox.fault().isEmpty()) {
            throw failure(place, name + " got " + inbox.fault());
        }
        if (!inbox.unread().isEmpty()) {
            throw failure(place, name + " has something to read that the script does not mention: " + inbox.unread());
        }
    }

    private Person person(Script.Step step) {
        Person person = people.get(step.who());
        if (person == null) {
            throw failure(step.place(), step.who() + " is not here (expected before: \"" + step.who() + " connects\")");
        }
        return person;
    }

    private static AssertionError failure(String place, String sentence) {
        return new AssertionError(place + ": " + sentence);
    }

    @Override
    public void close() {
        people.values().forEach(Person::close);
    }
}
