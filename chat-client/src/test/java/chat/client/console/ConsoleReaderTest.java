package chat.client.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConsoleReaderTest {
    @Test
    void shouldReadEveryLineAndThenTellOfTheEnd() {
        assertThat(read(input("/setname bot\n/all done\r\n\n/quit\n")))
                .containsExactly("/setname bot", "/all done", "", "/quit");
    }

    @Test
    void shouldReadTheLastLineThoughItHasNoEnd() {
        assertThat(read(input("one\ntwo"))).containsExactly("one", "two");
    }

    @Test
    void shouldReadUtf8WhateverTheMachinePrefers() {
        assertThat(read(input("grüße 👍\n"))).containsExactly("grüße 👍");
    }

    @Test
    void shouldTellOfTheEndOfNothing() {
        assertThat(read(InputStream.nullInputStream())).isEmpty();
    }

    @Test
    void shouldTakeATerminalThatIsGoneForTheEnd() {
        InputStream gone = new PipedInputStream(); // connected to nothing: every read fails
        assertThat(read(new SequenceInputStream(input("one\n"), gone))).containsExactly("one");
    }

    private static InputStream input(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** All lines up to the end. */
    private static List<String> read(InputStream in) {
        List<String> lines = new ArrayList<>();
        CompletableFuture<Thread> end = new CompletableFuture<>();
        new ConsoleReader(in, lines::add, () -> end.complete(Thread.currentThread())).start();
        Thread reader = end.orTimeout(10, TimeUnit.SECONDS).join();
        assertThat(reader.isDaemon()).isTrue();
        return lines;
    }
}
