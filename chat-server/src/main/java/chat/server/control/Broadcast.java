package chat.server.control;

import chat.common.event.Announced;
import chat.server.audit.Actor;
import chat.server.moderation.Records;
import chat.server.session.Session;
import chat.server.session.SessionRegistry;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Tells everybody who is connected something, with a name or without, once on each connection. Thread-safe. */
final class Broadcast {
    /** The longest text, in characters: what a person may say at once fits. */
    private static final int LONGEST = 1000;

    private final SessionRegistry registry;
    private final Records records;

    Broadcast(SessionRegistry registry, Records records) {
        this.registry = registry;
        this.records = records;
    }

    /** First it is written down. */
    CompletableFuture<ControlReply> say(Actor by, String text) {
        if (text.codePointCount(0, text.length()) > LONGEST) {
            return CompletableFuture.completedFuture(
                    ControlReply.failed("That is too long (expected: at most " + LONGEST + " characters)."));
        }
        return records.add(by, "say", "", text).thenCompose(written -> tell(new Announced(text)));
    }

    private CompletableFuture<ControlReply> tell(Announced said) {
        List<CompletableFuture<Integer>> told = registry.sessions().stream()
                .map(session -> offer(session, said))
                .toList();
        return told.stream()
                .reduce(CompletableFuture.completedFuture(0), (sum, one) -> sum.thenCombine(one, Integer::sum))
                .thenApply(reached -> ControlReply.done(sentence(reached, told.size())));
    }

    /** A connection that closes at this moment, or whose loop has ended, is one that was not reached. */
    private static CompletableFuture<Integer> offer(Session session, Announced said) {
        return session.offer(said).handle((taken, error) -> error == null && taken ? 1 : 0);
    }

    private static String sentence(int reached, int all) {
        String told = "Said on " + reached + (reached == 1 ? " connection." : " connections.");
        return reached == all
                ? told
                : told + " " + (all - reached) + " took nothing at the moment: nobody reads what is sent there.";
    }
}
