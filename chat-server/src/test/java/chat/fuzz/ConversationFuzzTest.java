package chat.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.limit.LimitSettings;
import chat.server.room.MemoryStore;
import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.function.Supplier;
import org.junit.jupiter.api.Timeout;

/**
 * Several people who do anything at all to a whole server, from their bytes to each other's screens: named or not, in
 * text or JSON, reading or not. See {@link Step} for what the bytes mean.
 */
class ConversationFuzzTest {
    private static final int TIMES = 30;
    private static final int REPLAY = 20;

    /** A script that begins so is played with the limits that a server has by default. */
    private static final byte LIMITED = '!';

    @DictionaryFile(resourcePath = "conversation.dict")
    @Timeout(20)
    @FuzzTest
    void shouldEndureAnyConversation(byte[] script) {
        Counted memory = new Counted();
        try (LogWatch log = new LogWatch()) {
            boolean limited = script.length > 0 && script[0] == LIMITED;
            try (EmbeddedChat chat = new EmbeddedChat(
                    limited ? LimitSettings.defaults() : LimitSettings.none(), MemoryStore::new, REPLAY)) {
                Visitor[] visitors = new Visitor[Step.PEOPLE];
                for (Step step : Step.parse(script)) {
                    play(step, visitors, chat, () -> new Visitor(chat.connect(), memory, !limited));
                    for (Visitor visitor : visitors) {
                        if (visitor != null) {
                            visitor.read();
                            visitor.checkMemory();
                        }
                    }
                    log.check();
                }
                end(visitors, chat);
            }
            log.check();
        }
        assertThat(memory.used()).as("bytes that were not released").isZero();
    }

    private static void play(Step step, Visitor[] visitors, EmbeddedChat chat, Supplier<Visitor> newcomer) {
        if (step.what() == Step.WAIT) {
            chat.pass(step.bytes().length > 0 || step.who() > 0 ? 60_000 : 1000);
            return;
        }
        Visitor visitor = visitors[step.who()];
        if (step.what() == Step.HANG_UP) {
            if (visitor != null) {
                visitor.hangUp();
                visitors[step.who()] = null;
            }
            return;
        }
        if (visitor == null) {
            visitor = newcomer.get();
            visitors[step.who()] = visitor;
        }
        act(step, visitor);
    }

    private static void act(Step step, Visitor visitor) {
        switch (step.what()) {
            case Step.STOP_READING -> visitor.stopReading();
            case Step.READ -> visitor.startReading();
            case Step.REPEAT -> {
                for (int i = 0; i < TIMES; i++) {
                    visitor.send(step.bytes());
                    visitor.read();
                }
            }
            case Step.DRIP -> {
                for (byte b : step.bytes()) {
                    visitor.send(new byte[] {b});
                }
            }
            case Step.ASK_TAGGED -> visitor.ask("@fuzz /", step.bytes());
            case Step.ASK -> visitor.ask("", step.bytes());
            default -> visitor.send(step.bytes());
        }
    }

    /** Everybody reads, then everybody hangs up: nobody is left. */
    private static void end(Visitor[] visitors, EmbeddedChat chat) {
        chat.pass(1000);
        for (Visitor visitor : visitors) {
            if (visitor != null) {
                visitor.checkEnd();
            }
        }
        for (Visitor visitor : visitors) {
            if (visitor != null) {
                visitor.hangUp();
            }
        }
        chat.pass(5000);
        assertThat(chat.registry().active()).as("sessions left").isZero();
    }
}
