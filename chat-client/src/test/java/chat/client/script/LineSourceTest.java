package chat.client.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineSourceTest {
    @Test
    void shouldReadTheInputLineByLineAndLeaveOutBlankOnes() throws IOException {
        assertThat(read(List.of("-"), "/setname bot\n/all done\r\n\n \t\n/quit\n"))
                .containsExactly("/setname bot", "/all done", "/quit");
    }

    @Test
    void shouldReadTheLastLineThoughItHasNoEnd() throws IOException {
        assertThat(read(List.of("-"), "one\ntwo")).containsExactly("one", "two");
    }

    @Test
    void shouldReadUtf8WhateverTheMachinePrefers() throws IOException {
        assertThat(read(List.of("-"), "grüße 👍\n")).containsExactly("grüße 👍");
    }

    @Test
    void shouldReadTextsAndTheInputInTheOrderGiven() throws IOException {
        assertThat(read(List.of("one\ntwo", "-", "five"), "three\nfour\n"))
                .containsExactly("one", "two", "three", "four", "five");
    }

    @Test
    void shouldReadTheInputOnce() throws IOException {
        assertThat(read(List.of("-", "-"), "one\n")).containsExactly("one");
    }

    @Test
    void shouldTellOfTheEndOfNothing() throws IOException {
        assertThat(read(List.of("-"), "")).isEmpty();
    }

    @Test
    void shouldTellThatTheInputCannotBeRead() {
        InputStream broken = new PipedInputStream(); // connected to nothing: every read fails
        assertThatThrownBy(() -> new LineSource(List.of("-"), broken).next()).isInstanceOf(IOException.class);
    }

    private static List<String> read(List<String> texts, String input) throws IOException {
        LineSource source = new LineSource(texts, new ByteArrayInputStream(input.getBytes(UTF_8)));
        List<String> lines = new ArrayList<>();
        for (String line = source.next(); line != null; line = source.next()) {
            lines.add(line);
        }
        return lines;
    }
}
