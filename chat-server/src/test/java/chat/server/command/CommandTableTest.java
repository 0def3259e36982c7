package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import chat.common.Request;
import chat.common.event.CommandList;
import chat.common.event.TextLines;
import chat.server.EmbeddedChat;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every command must have. A new one that lacks some of it fails here. */
class CommandTableTest {
    @ParameterizedTest
    @MethodSource("table")
    void shouldExplainTheCommand(Command command) {
        Syntax syntax = command.syntax();
        assertThat(syntax.usage()).matches("/[a-z-]+( me| \\[?[A-Z]+]?| \\[(for|because) [A-Z]+])*");
        assertThat(syntax.help().summary())
                .as("the summary of %s: half a sentence", syntax.usage())
                .matches("[a-z].*[^.]");
        assertThat(syntax.help().details())
                .as("the details of %s: whole sentences or none", syntax.usage())
                .matches("|.*\\.");
    }

    @ParameterizedTest
    @MethodSource("table")
    void shouldGiveAnExampleThatIsRight(Command command) {
        Syntax syntax = command.syntax();
        Request example = Request.parse(syntax.help().example());
        assertThat(example.verb()).isEqualTo(syntax.verb());
        assertThatCode(() -> syntax.split(example.arguments()))
                .as("the arguments of %s", syntax.help().example())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("table")
    void shouldHaveAHeadingInTheList(Command command) {
        StringBuilder text = new StringBuilder();
        new CommandList(List.of(command.syntax().help())).writeText(new TextLines(text, ""));
        assertThat(text.toString().contains("More:"))
                .as("please add it to CommandGroup")
                .isEqualTo(command.syntax().isForPrograms());
    }

    @ParameterizedTest
    @MethodSource("table")
    void shouldHaveATestClass(Command command) {
        String test = command.getClass().getName() + "Test";
        assertThatCode(() -> Class.forName(test))
                .as("please write %s: the command with good and bad input", test)
                .doesNotThrowAnyException();
    }

    @Test
    void shouldUseEveryVerbOnce() {
        List<String> verbs = new ArrayList<>();
        table().forEach(command -> {
            verbs.add(command.syntax().verb());
            verbs.addAll(command.syntax().aliases());
        });
        assertThat(verbs)
                .doesNotHaveDuplicates()
                .contains(Request.SAY)
                .allMatch(verb -> verb.matches("[a-z]+(-[a-z]+)*"));
    }

    @Test
    void shouldHoldEveryCommandThereIs() {
        Stream<String> classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("chat.server.command").stream()
                        .filter(type -> type.isAssignableTo(Command.class) && !type.isInterface())
                        .map(JavaClass::getName);
        assertThat(classes)
                .containsExactlyInAnyOrderElementsOf(
                        table().map(command -> command.getClass().getName()).toList());
    }

    /** The table itself. */
    static Stream<Command> table() {
        try {
            Field table = Commands.class.getDeclaredField("table");
            table.setAccessible(true);
            return ((List<?>) table.get(new EmbeddedChat().commands())).stream().map(Command.class::cast);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("Commands has no field 'table' any more", e);
        }
    }
}
