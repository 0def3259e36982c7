package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.event.Failure;
import chat.common.event.Pong;
import chat.common.event.Tip;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SecretCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal bot = chat.joinProgram("bot");

    @Test
    void shouldGiveUpWithoutAPassword() {
        bot.type("/register").events();
        assertThat(bot.type("/secret").events())
                .containsExactly(new Tip("No password was typed, so nothing was done."));
        assertThat(chat.accounts().find(bot.session().name())).isEmpty();
    }

    @Test
    void shouldLetAProgramDoOtherThingsMeanwhile() {
        bot.type("/register").events();
        assertThat(bot.type("/ping").events()).containsExactly(new Pong());
        assertThat(bot.type("/secret correct horse").events()).hasSize(1);
    }

    @Test
    void shouldAnswerAQuestionOnly() {
        assertThat(bot.type("/secret correct horse").events())
                .containsExactly(new Failure(Failure.Code.BAD_ARGUMENTS, "No password is asked for at the moment."));
    }
}
