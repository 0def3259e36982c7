package chat.client.link;

import chat.client.link.LinkState.Dialect;
import chat.client.net.Wire;
import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Goodbye;
import chat.common.event.Received;
import chat.common.event.Said;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Talks to a server that speaks for the eye. It confirms nothing, but answers in order: the answer to a {@code /ping}
 * ("There is no command /ping", if it is old) tells that it has dealt with all before it, and so does its goodbye. Only
 * servers that ask for a name in this program's own words are pinged; another might say a command to the room.
 */
final class TextTalk implements Talk {
    /** How many lines may go out without a ping behind them. */
    private static final int PING_EACH = 256;

    private static final Duration NAME_PATIENCE = Duration.ofSeconds(10);

    /** What we have written ourselves, and whose answers are nobody else's business. */
    private enum Own {
        FORMAT,
        RESUME,
        REPLAY,
        NAME,
        PING
    }

    /** Each is itself only: two pings are not the same. */
    private static final class Question {
        private final Own own;
        private final long place;

        Question(Own own, long place) {
            this.own = own;
            this.place = place;
        }
    }

    private final Conversation conversation;
    private final Wire wire;
    private final Outbox outbox;
    private final Receipts receipts;
    private final Login login;
    private final List<String> greeting;
    private final @Nullable String first;
    private final boolean pings;
    private final Deque<Question> questions = new ArrayDeque<>();
    private @Nullable UserName name;
    private String typedName = "";
    private long pingedAt;

    /**
     * Makes it.
     *
     * @param heard what the server has said until now
     * @param answered whether the last line of that is an answer to what we wrote, and not a part of its greeting
     * @param quiet whether {@code /replay off} was written
     */
    TextTalk(
            Conversation conversation,
            Wire wire,
            Luggage luggage,
            List<String> heard,
            boolean answered,
            boolean quiet) {
        this.conversation = conversation;
        this.wire = wire;
        this.outbox = luggage.outbox();
        this.receipts = luggage.receipts();
        this.login = luggage.login();
        this.name = luggage.identity().name(); // which /setname was written with already
        this.first = answered ? heard.get(heard.size() - 1) : null;
        this.greeting = heard.subList(0, heard.size() - (answered ? 1 : 0));
        this.pings = greeting.stream().anyMatch(PlainWords::isPrompt);
        this.pingedAt = outbox.place();
        if (answered) {
            questions.add(new Question(Own.FORMAT, 0));
            questions.add(new Question(Own.RESUME, 0));
            if (quiet) {
                questions.add(new Question(Own.REPLAY, 0));
            }
        }
    }

    @Override
    public Dialect dialect() {
        return Dialect.TEXT;
    }

    @Override
    public void begin() {
        greeting.forEach(conversation::greeted);
        if (login.isKnown()) { // no server that speaks plain text only knows passwords: it does not get ours
            name = null;
            conversation.unnamed(login.unknown());
            login.forget();
        } else if (name == null) {
            conversation.unnamed(null);
        } else {
            awaitName();
        }
        if (first != null) {
            line(first);
        } else {
            greeting.stream().filter(PlainWords::isAboutAName).findFirst().ifPresent(this::answerAboutTheName);
        }
    }

    /** A server of another make has answered in words that might have been its greeting. */
    private void answerAboutTheName(String line) {
        Question question = answeredBy(line);
        if (question != null) {
            answer(question, line);
        }
    }

    private void awaitName() {
        Question question = new Question(Own.NAME, outbox.place());
        questions.add(question);
        conversation.after(NAME_PATIENCE, () -> {
            if (questions.removeIf(waiting -> waiting == question)) {
                conversation.unnamed("the server has not said whether it takes the name");
            }
        });
    }

    @Override
    public void line(String line) {
        Question question = answeredBy(line);
        if (Negotiation.isJson(line)) {
            conversation.end(Ending.How.LOST, "the server answered too late");
        } else if (question != null) {
            answer(question, line);
        } else {
            conversation.plain(line);
            follow(line);
        }
    }

    /** The question that a line answers, which leaves with those before it: answers come in order. */
    private @Nullable Question answeredBy(String line) {
        Question answered = null;
        for (Question question : questions) {
            if (matches(question.own, line)) {
                answered = question;
                break;
            }
        }
        while (answered != null && questions.pollFirst() != answered) {
            // an earlier one, whose answer was in words that we do not know
        }
        return answered;
    }

    private boolean matches(Own own, String line) {
        return switch (own) {
            case FORMAT -> PlainWords.isNoCommand(line, "format") || greeting.contains(line);
            case RESUME -> PlainWords.isNoCommand(line, "resume") || greeting.contains(line);
            case REPLAY -> PlainWords.isNoCommand(line, "replay") || greeting.contains(line);
            case NAME -> PlainWords.isAboutAName(line);
            case PING -> PlainWords.isPong(line);
        };
    }

    private void answer(Question question, String line) {
        if (question.own == Own.PING) {
            conversation.alive();
            taken(question.place);
        } else if (question.own == Own.NAME && PlainWords.isAccepted(line)) {
            conversation.named(PlainWords.accepted(line).orElse(name));
        } else if (question.own == Own.NAME && PlainWords.isTaken(line) && name != null) {
            conversation.nameTaken(name, line);
        } else if (question.own == Own.NAME) {
            conversation.unnamed(line);
        }
    }

    private void taken(long place) {
        Received said = new Received(new Said(RoomName.LOBBY), null, null, null);
        outbox.answeredUpTo(place).forEach(line -> receipts.taken(line, said));
    }

    private void follow(String line) {
        if (line.equals(Goodbye.Reason.QUIT.line())) {
            taken(outbox.place());
            conversation.goodbye(Goodbye.Reason.QUIT);
        } else if (line.equals(Goodbye.Reason.SERVER_STOPPED.line())) {
            conversation.goodbye(Goodbye.Reason.SERVER_STOPPED);
        } else if (PlainWords.accepted(line).isPresent()) {
            conversation.named(PlainWords.accepted(line).get());
        } else if (conversation.isUnnamed() && PlainWords.isAccepted(line)) {
            conversation.named(UserName.parse(typedName).orElse(null));
        }
    }

    @Override
    public void unreadable() {
        conversation.plain("(a line was left out: it is too long to come from a chat server)");
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public String written(Line line) {
        if (line.asksForName()) {
            typedName = line.arguments();
        }
        return line.text();
    }

    @Override
    public void hasWritten() {
        if (pings && outbox.place() - pingedAt >= PING_EACH) {
            probe();
        }
    }

    @Override
    public void takeName(UserName wanted) {
        name = wanted;
        awaitName();
        wire.write("/setname " + wanted);
    }

    @Override
    public boolean canProbe() {
        return pings;
    }

    @Override
    public void probe() {
        pingedAt = outbox.place();
        questions.add(new Question(Own.PING, pingedAt));
        wire.write("/ping");
    }

    @Override
    public void ask(String command, CompletableFuture<Received> answer) {
        answer.completeExceptionally(new NotTakenException("the server speaks plain text only"));
    }

    @Override
    public void ended() {
        // nobody waits for an answer
    }
}
