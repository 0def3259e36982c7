package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chat.common.event.CommandHelp;
import chat.server.command.Syntax.BadArguments;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxTest {
    private static final Syntax NONE = Syntax.of("/list", "lists", "/list").build();
    private static final Syntax WORD =
            Syntax.of("/take NAME", "takes", "/take ann").build();
    private static final Syntax OPTIONAL =
            Syntax.of("/cmd [COMMAND]", "explains", "/cmd all").build();
    private static final Syntax REST =
            Syntax.of("/tell NAME TEXT", "tells", "/tell ann hi").build();
    private static final Syntax ONLY_REST =
            Syntax.of("/say TEXT", "says", "/say hi").build();

    @Test
    void shouldSplitAsTheUsageSays() throws BadArguments {
        assertThat(NONE.split("")).isEmpty();
        assertThat(NONE.split("whatever follows")).isEmpty();
        assertThat(WORD.split("ann")).containsExactly("ann");
        assertThat(OPTIONAL.split("")).isEmpty();
        assertThat(OPTIONAL.split("all")).containsExactly("all");
        assertThat(REST.split("ann hello")).containsExactly("ann", "hello");
        assertThat(REST.split("ann \t hello  my friend")).containsExactly("ann", "hello  my friend");
        assertThat(ONLY_REST.split("hello  my friend")).containsExactly("hello  my friend");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ann bob", "ann bob eve"})
    void shouldRefuseWhatIsNotOneWord(String arguments) {
        assertThatExceptionOfType(BadArguments.class).isThrownBy(() -> WORD.split(arguments));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ann"})
    void shouldRefuseANameWithoutText(String arguments) {
        assertThatExceptionOfType(BadArguments.class).isThrownBy(() -> REST.split(arguments));
    }

    @Test
    void shouldRefuseNoTextAndTwoOptionalWords() {
        assertThatExceptionOfType(BadArguments.class).isThrownBy(() -> ONLY_REST.split(""));
        assertThatExceptionOfType(BadArguments.class).isThrownBy(() -> OPTIONAL.split("all private"));
    }

    @Test
    void shouldExplainItself() {
        Syntax full = Syntax.of("/tell NAME TEXT", "tells", "/tell ann hi")
                .alias("t")
                .alias("whisper")
                .rule("A rule.")
                .details("Some details.")
                .build();
        assertThat(full.help())
                .isEqualTo(new CommandHelp(
                        "/tell NAME TEXT",
                        "tells",
                        "A rule. Some details. /t and /whisper are the same.",
                        "/tell ann hi"));
        assertThat(full.expectation()).isEqualTo("Please type /tell NAME TEXT, for example: /tell ann hi  (A rule.)");
        assertThat(NONE.help()).isEqualTo(new CommandHelp("/list", "lists", "", "/list"));
        assertThat(NONE.expectation()).isEqualTo("Please type /list, for example: /list");
    }

    @Test
    void shouldNeedANameUnlessItSaysOtherwise() {
        assertThat(WORD.permission()).isEqualTo(Permission.NAMED);
        Syntax evenUnnamed = Syntax.of("/quit", "quits", "/quit").evenUnnamed().build();
        assertThat(evenUnnamed.permission()).isEqualTo(Permission.ANYBODY);
        assertThat(evenUnnamed.aliases()).isEqualTo(List.of());
    }
}
