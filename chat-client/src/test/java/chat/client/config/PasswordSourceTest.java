package chat.client.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.client.link.Password;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordSourceTest {
    @TempDir
    private Path home;

    private final Map<String, String> environment = new HashMap<>();
    private final Map<Setting, Given> flags = new EnumMap<>(Setting.class);

    @BeforeEach
    void begin() {
        environment.put("HOME", home.toString());
        environment.put("CHAT_NAME", "ann");
    }

    private ClientSettings settings() throws WrongSettingException {
        return ClientSettings.of(flags, environment);
    }

    private Path file(String name, String content, String mode) throws IOException {
        Path file = Files.writeString(home.resolve(name), content);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        }
        return file;
    }

    private void flag(Path file) {
        flags.put(Setting.PASSWORD_FILE, new Given(file.toString(), "--password-file"));
    }

    private static Password password(String text) {
        return new Password(text.toCharArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "hunter2\n", "hunter2\r\n", "hunter2\nsecond line\n"})
    void shouldTakeTheFirstLineOfTheFile(String content) throws Exception {
        flag(file("password", content, "rw-------"));
        assertThat(settings().password()).isEqualTo(password("hunter2"));
    }

    @Test
    void shouldTakeTheFlagFirstThenTheEnvironmentThenTheFile() throws Exception {
        Path folder = Files.createDirectories(home.resolve(".config/chat-client"));
        Path third = file("third", "three", "rw-------");
        Files.writeString(folder.resolve("config.properties"), "password-file=" + third + "\n");
        assertThat(settings().password()).isEqualTo(password("three"));
        environment.put("CHAT_PASSWORD", "two");
        assertThat(settings().password()).isEqualTo(password("two"));
        flag(file("first", "one", "rw-------"));
        assertThat(settings().password()).isEqualTo(password("one"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-r-----", "rw----r--"})
    void shouldNotTakeWhatOthersCanRead(String mode) throws Exception {
        Path file = file("password", "hunter2", mode);
        flag(file);
        assertThatThrownBy(this::settings)
                .isInstanceOf(WrongSettingException.class)
                .hasMessage("--password-file: others can read " + file + ", so it is not used. Please type: chmod 600 "
                        + file);
    }

    @Test
    void shouldSayThatThereIsNoFileOrNothingInIt() throws Exception {
        flag(home.resolve("none"));
        assertThatThrownBy(this::settings).hasMessageContaining("(expected: a file that is there");
        flag(file("empty", "\nhunter2", "rw-------"));
        assertThatThrownBy(this::settings)
                .hasMessageContaining("(expected: a file whose first line is the password")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void shouldAskForTheNameThatThePasswordBelongsTo() {
        environment.remove("CHAT_NAME");
        environment.put("CHAT_PASSWORD", "hunter2");
        assertThatThrownBy(this::settings)
                .hasMessage("CHAT_PASSWORD needs the name that the password belongs to: add --name NAME, or set"
                        + " CHAT_NAME.");
    }

    @Test
    void shouldNotChooseBetweenTwo() throws Exception {
        environment.put("CHAT_PASSWORD", "hunter2");
        environment.put("CHAT_PASSWORD_FILE", file("password", "x", "rw-------").toString());
        assertThatThrownBy(this::settings)
                .hasMessage("CHAT_PASSWORD and CHAT_PASSWORD_FILE are both set (expected: one of them)");
    }

    @Test
    void shouldSayWhenOthersCouldReadThePasswordOnItsWay() throws Exception {
        environment.put("CHAT_PASSWORD", "hunter2");
        assertThat(settings().exposesPassword()).isFalse();
        environment.put("CHAT_HOST", "chat.example.org");
        assertThat(settings().exposesPassword()).isTrue();
        environment.put("CHAT_INSECURE_PASSWORD", "yes");
        assertThat(settings().exposesPassword()).isFalse();
        environment.remove("CHAT_INSECURE_PASSWORD");
        environment.put("CHAT_TLS", "yes");
        assertThat(settings().exposesPassword()).isFalse();
        assertThat(settings().toString()).doesNotContain("hunter2");
    }
}
