package chat.client.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.event.Skipped;
import chat.common.wire.WireFormat;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerLineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ann: hi there | WORDS",
                "ann(private): hi | WORDS",
                "* ann joined | NOTICE",
                "* 12 messages skipped | NOTICE",
                "Sent to ann. | CONFIRMATION",
                "User not found: ann. Type /allusers to see who is here. | ANSWER",
                "Welcome to ClientMessageSystem. | ANSWER",
                "Not sent: the connection of ann takes nothing at the moment. | ANSWER",
                "'' | ANSWER"
            })
    void shouldTellWhatKindOfLineItIs(String line, ServerLine kind) {
        ByteBuf bytes = Unpooled.copiedBuffer("x: " + line, UTF_8);
        assertThat(ServerLine.of(bytes, 3, bytes.writerIndex())).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "message, WORDS",
        "private, WORDS",
        "said, CONFIRMATION",
        "private-sent, CONFIRMATION",
        "presence, NOTICE",
        "skipped, NOTICE",
        "failure, ANSWER",
        "name-accepted, ANSWER",
        "goodbye, ANSWER"
    })
    void shouldTellWhatKindOfEventItIs(String event, ServerLine kind) {
        ByteBuf bytes = Unpooled.copiedBuffer("x: {\"event\":\"" + event + "\",\"text\":\"a b: c\"}", UTF_8);
        assertThat(ServerLine.of(bytes, 3, bytes.writerIndex())).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 12, 123_456_789_012L})
    void shouldReadHowManyTheServerSkipped(long messages) {
        StringBuilder line = new StringBuilder();
        WireFormat.TEXT_LF.append(new Skipped(RoomName.LOBBY, messages), line);
        assertThat(ServerLine.skipped(line.toString().stripTrailing())).isEqualTo(messages);
        for (WireFormat format : new WireFormat[] {WireFormat.JSON, WireFormat.WEB}) {
            line.setLength(0);
            format.append(new Skipped(RoomName.LOBBY, messages), line);
            assertThat(ServerLine.skipped(line.toString().stripTrailing())).isEqualTo(messages);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"* ann joined", "* ann, bob and 3 others joined", "*", "* x messages skipped", "* 1 2 skipped"})
    void shouldReadNothingElseAsSkipped(String notice) {
        assertThat(ServerLine.skipped(notice)).isZero();
    }
}
