package chat.client.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Message;
import chat.common.event.PrivateMessage;
import chat.common.wire.WireFormat;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageFormatTest {
    private static final int AUTHOR = 0x1f;
    private static final int NUMBER = 42;
    private static final long DUE = 3_000_000_000_000L;

    @ParameterizedTest
    @CsvSource({"25, false", "25, true", "26, false", "100, false", "100, true", "4000, true"})
    void shouldReadWhatTheServerMakesOfIt(int payload, boolean privately) {
        MessageFormat format = new MessageFormat("brun00", payload, privately);
        ByteBuf line = delivered(format, privately);
        int start = 3;
        int end = line.writerIndex();
        assertThat(format.isOfThisRun(line, start, end)).isTrue();
        assertThat(format.isWhole(line, start, end)).isTrue();
        assertThat(format.author(line, start)).isEqualTo(AUTHOR);
        assertThat(format.number(line, start)).isEqualTo(NUMBER);
        assertThat(format.due(line, start)).isEqualTo(DUE);
    }

    @Test
    void shouldWriteTextsOfTheWantedLength() {
        ByteBuf request = Unpooled.buffer();
        new MessageFormat("brun00", 100, false).write(request, 1, 0, 0, 0);
        assertThat(request.readableBytes()).isEqualTo("/all ".length() + 100 + 1);
        request.clear();
        new MessageFormat("brun00", 100, true).write(request, 0, 1, 0, 0);
        assertThat(request.readableBytes()).isEqualTo("/private brun0000001 ".length() + 1 + 100);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldReadTheJsonThatTheServerMakesOfIt(boolean privately) {
        MessageFormat format = new MessageFormat("brun00", 100, privately, true);
        ByteBuf request = Unpooled.buffer();
        format.write(request, AUTHOR, AUTHOR ^ 1, NUMBER, DUE);
        assertThat(request.readableBytes()).isEqualTo(format.requestBytes());
        String text = request.toString(US_ASCII).strip().replaceFirst(".* ", "");
        UserName author = UserName.of(format.name(AUTHOR));
        StringBuilder line = new StringBuilder();
        WireFormat.JSON.append(
                privately ? new PrivateMessage(author, text) : new Message(RoomName.LOBBY, author, text), line);
        ByteBuf bytes = Unpooled.copiedBuffer(line.toString().strip(), US_ASCII);
        int end = bytes.writerIndex();
        assertThat(format.isOfThisRun(bytes, 0, end)).isTrue();
        assertThat(format.author(bytes, 0)).isEqualTo(AUTHOR);
        assertThat(format.number(bytes, 0)).isEqualTo(NUMBER);
        assertThat(format.due(bytes, 0)).isEqualTo(DUE);
        // privately nothing has to follow but the end of the object
        assertThat(format.isWhole(bytes, 0, end)).isTrue();
        assertThat(format.isWhole(bytes, 0, end - 1)).isFalse();
    }

    @Test
    void shouldSeeDamageAtEveryByte() {
        MessageFormat format = new MessageFormat("brun00", 40, false);
        ByteBuf line = delivered(format, false);
        for (int i = 3; i < line.writerIndex(); i++) {
            byte good = line.getByte(i);
            line.setByte(i, '~');
            assertThat(isGood(format, line, line.writerIndex()))
                    .as("damaged at %d", i)
                    .isFalse();
            line.setByte(i, good);
        }
        for (int end = 3; end < line.writerIndex(); end++) {
            assertThat(isGood(format, line, end)).as("cut at %d", end).isFalse();
        }
        assertThat(isGood(format, line, line.writerIndex())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99_999})
    void shouldNameMembersAsTheServerAllows(int member) {
        String name = new MessageFormat("bzzzzz", 100, false).name(member);
        assertThat(UserName.problemWith(name)).isNull();
        assertThat(name).hasSize(11);
    }

    private static boolean isGood(MessageFormat format, ByteBuf line, int end) {
        return format.isOfThisRun(line, 3, end)
                && format.isWhole(line, 3, end)
                && format.number(line, 3) >= 0
                && format.author(line, 3) >= 0
                && format.due(line, 3) >= 0;
    }

    /** What a receiver gets, from index 3 on. */
    private static ByteBuf delivered(MessageFormat format, boolean privately) {
        ByteBuf request = Unpooled.buffer();
        format.write(request, AUTHOR, AUTHOR ^ 1, NUMBER, DUE);
        String line = request.toString(US_ASCII).stripTrailing();
        String text = line.substring(line.lastIndexOf(' ') + 1);
        return Unpooled.copiedBuffer("###" + format.name(AUTHOR) + (privately ? "(private): " : ": ") + text, US_ASCII);
    }
}
