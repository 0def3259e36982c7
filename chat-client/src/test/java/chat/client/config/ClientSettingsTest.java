package chat.client.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.client.console.ConsoleSettings.ColorMode;
import chat.client.console.Theme;
import chat.client.tls.Encryption;
import chat.common.UserName;
import chat.common.net.Fingerprint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientSettingsTest {
    private static final String KEY = "SHA256:wyjvhXHdUaAuNICD3jbG3p+X4me2Nb+grguPpOzxNJE";

    @TempDir
    private Path home;

    private final Map<Setting, Given> flags = new EnumMap<>(Setting.class);
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void pointToTheHome() {
        environment.put("HOME", home.toString());
    }

    @Test
    void shouldHaveADefaultForEverything() throws WrongSettingException {
        assertThat(settings())
                .isEqualTo(new ClientSettings(
                        new ServerAddress("localhost", 8090),
                        null,
                        null,
                        null,
                        false,
                        ColorMode.AUTO,
                        false,
                        true,
                        Theme.AUTO,
                        Duration.ofSeconds(10)));
    }

    @Test
    void shouldReadEverySettingFromTheFile() throws Exception {
        file("host=chat.example.org\nport=9000\ntls=true\ntls-ca=ca.pem\ntls-fingerprint=" + KEY
                + "\nname=Zoë\ninsecure-password=yes\ncolor=never\nplain=yes\nno-bell=on\ntheme=dark\ntimeout=3\n");
        assertThat(settings())
                .isEqualTo(new ClientSettings(
                        new ServerAddress("chat.example.org", 9000),
                        new Encryption.Choice(new Fingerprint(KEY), Path.of("ca.pem")),
                        UserName.of("Zoë"),
                        null,
                        true,
                        ColorMode.NEVER,
                        true,
                        false,
                        Theme.DARK,
                        Duration.ofSeconds(3)));
    }

    @ParameterizedTest
    @EnumSource(value = Setting.class, names = "PASSWORD_FILE", mode = EnumSource.Mode.EXCLUDE)
    void shouldTakeTheFlagFirstThenTheEnvironmentThenTheFile(Setting setting) throws Exception {
        String[] values = values(setting);
        ClientSettings fromDefault = settings();

        file(setting.key() + "=" + values[0]);
        ClientSettings fromFile = settings();
        environment.put(setting.variable(), values[1]);
        ClientSettings fromEnvironment = settings();
        flags.put(setting, new Given(values[0], "--" + setting.key()));
        ClientSettings fromFlag = settings();

        assertThat(fromFile).isNotEqualTo(fromDefault);
        assertThat(fromEnvironment).isNotEqualTo(fromFile);
        assertThat(fromFlag).isEqualTo(fromFile);
    }

    /** Two values of a setting, the first of which is not its default. */
    private static String[] values(Setting setting) {
        return switch (setting) {
            case HOST -> new String[] {"a.example.org", "b.example.org"};
            case PORT -> new String[] {"1", "65535"};
            case NAME -> new String[] {"ann", "bob"};
            case COLOR -> new String[] {"never", "always"};
            case TLS_CA -> new String[] {"a.pem", "b.pem"};
            case TLS_FINGERPRINT -> new String[] {KEY, KEY.replace('w', 'v')};
            case TLS, PLAIN, NO_BELL, INSECURE_PASSWORD -> new String[] {"true", "false"};
            case PASSWORD_FILE -> throw new IllegalArgumentException("see PasswordSourceTest");
            case THEME -> new String[] {"dark", "light"};
            case TIMEOUT -> new String[] {"1", "3600"};
        };
    }

    @Test
    void shouldTakeAnotherPortForTls() throws Exception {
        environment.put("CHAT_TLS", "true");
        assertThat(settings().server().port()).isEqualTo(8443);
        environment.put("CHAT_PORT", "9000");
        assertThat(settings().server().port()).isEqualTo(9000);
    }

    @Test
    void shouldEncryptForWhoSaysHowTheServerIsToBeKnown() throws Exception {
        flags.put(Setting.TLS_FINGERPRINT, new Given(KEY, "--tls-fingerprint"));
        assertThat(settings().tls()).isEqualTo(new Encryption.Choice(new Fingerprint(KEY), null));
        environment.put("CHAT_TLS", "false");
        assertThatThrownBy(this::settings)
                .isInstanceOf(WrongSettingException.class)
                .hasMessage("CHAT_TLS: false (expected: true, since tls-fingerprint is set)");
        flags.put(Setting.TLS, new Given("false", "--tls"));
        flags.remove(Setting.TLS_FINGERPRINT);
        assertThat(settings().tls()).isNull();
    }

    @Test
    void shouldTakeWhatIsSetToNothingForNotSet() throws Exception {
        file("name=ann\nport=\n");
        environment.put("CHAT_NAME", " ");
        assertThat(settings().name()).isEqualTo(UserName.of("ann"));
        assertThat(settings().server().port()).isEqualTo(8090);
    }

    @ParameterizedTest
    @CsvSource({
        "CHAT_TLS_FINGERPRINT, abc, 'CHAT_TLS_FINGERPRINT: abc (expected: SHA256: and 43 characters, as the server''s log"
                + " shows it)'",
        "CHAT_PORT, abc, CHAT_PORT: abc (expected: 1 to 65535)",
        "CHAT_PORT, 0, CHAT_PORT: 0 (expected: 1 to 65535)",
        "CHAT_PORT, 65536, CHAT_PORT: 65536 (expected: 1 to 65535)",
        "CHAT_TIMEOUT, 0, CHAT_TIMEOUT: 0 (expected: 1 to 3600)",
        "CHAT_TIMEOUT, 1.5, CHAT_TIMEOUT: 1.5 (expected: 1 to 3600)",
        "CHAT_COLOR, sometimes, 'CHAT_COLOR: sometimes (expected: auto, always or never)'",
        "CHAT_THEME, pink, 'CHAT_THEME: pink (expected: auto, dark, light or mono)'",
        "CHAT_PLAIN, perhaps, CHAT_PLAIN: perhaps (expected: true or false)",
        "CHAT_NO_BELL, 2, CHAT_NO_BELL: 2 (expected: true or false)",
        "CHAT_NAME, b:b, 'CHAT_NAME: This cannot be a name. A name has 1 to 24 letters, digits, ''-'', ''_'' or ''.'', and"
                + " begins with a letter or digit.'",
        "CHAT_HOST, a b, CHAT_HOST: a b (expected: a name or an address)",
        "CHAT_HOST, http://a, CHAT_HOST: http://a (expected: a name or an address)",
        "CHAT_HOST, a:b, port in CHAT_HOST: b (expected: 1 to 65535)"
    })
    void shouldSayWhereTheEnvironmentIsWrong(String variable, String value, String sentence) {
        environment.put(variable, value);
        assertSentence(sentence);
    }

    @Test
    void shouldSayWhereTheFileIsWrong() throws IOException {
        Path file = file("port=abc");
        assertSentence("port in " + file + ": abc (expected: 1 to 65535)");
    }

    @Test
    void shouldSayWhichFlagIsWrong() {
        flags.put(Setting.TIMEOUT, new Given("soon", "--timeout"));
        assertSentence("--timeout: soon (expected: 1 to 3600)");
    }

    @Test
    void shouldSayThatTheFileSetsWhatCannotBeSet() throws IOException {
        Path file = file("colour=never");
        assertSentence(
                file
                        + ": colour (expected: one of host, port, tls, tls-ca, tls-fingerprint, name, password-file, insecure-password, color, plain, no-bell, theme, timeout)");
    }

    @Test
    void shouldSayThatTheFileIsNotUtf8() throws IOException {
        Path file = file("");
        Files.write(file, "name=Zoë".getBytes(StandardCharsets.ISO_8859_1));
        assertSentence(file + " is not UTF-8.");
    }

    @Test
    void shouldSayThatTheFileHasABrokenEscape() throws IOException {
        Path file = file("name=\\u12");
        assertSentence(file + ": a backslash and u need four hexadecimal digits behind them.");
    }

    @Test
    void shouldSayThatTheFileCannotBeRead() throws IOException {
        Path file = file("");
        Files.delete(file);
        Files.createDirectory(file);
        assertThatThrownBy(this::settings)
                .isInstanceOf(WrongSettingException.class)
                .hasMessageStartingWith(file + " cannot be read: ");
    }

    @Test
    void shouldShowNothingThatCouldHarmTheTerminal() {
        environment.put("CHAT_PORT", "\u001b[2J1x");
        assertSentence("CHAT_PORT: 1x (expected: 1 to 65535)");
    }

    @Test
    void shouldFindTheFileWhereXdgSays() throws Exception {
        Path elsewhere = home.resolve("elsewhere");
        environment.put("XDG_CONFIG_HOME", elsewhere.toString());
        write(elsewhere.resolve("chat-client/config.properties"), "name=ann");
        file("name=bob");
        assertThat(settings().name()).isEqualTo(UserName.of("ann"));

        environment.put("XDG_CONFIG_HOME", "relative");
        assertThat(settings().name()).isEqualTo(UserName.of("bob"));
    }

    @Test
    void shouldMindNoColorUnlessSomethingClearerIsSaid() throws Exception {
        environment.put("NO_COLOR", "1");
        file("color=always");
        assertThat(settings().color()).isEqualTo(ColorMode.NEVER);

        environment.put("CHAT_COLOR", "auto");
        assertThat(settings().color()).isEqualTo(ColorMode.AUTO);

        flags.put(Setting.COLOR, new Given("ALWAYS", "--color"));
        assertThat(settings().color()).isEqualTo(ColorMode.ALWAYS);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, localhost, 8090",
        "chat.example.org:9000, chat.example.org, 9000",
        "192.0.2.1:9000, 192.0.2.1, 9000",
        "[::1]:9000, ::1, 9000",
        "[::1], ::1, 8090",
        "::1, ::1, 8090",
        "fe80::1%eth0, fe80::1%eth0, 8090"
    })
    void shouldReadAnAddressInOnePiece(String text, String host, int port) throws WrongSettingException {
        flags.put(Setting.HOST, new Given(text, "HOST"));
        assertThat(settings().server()).isEqualTo(new ServerAddress(host, port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":9000", "[]:9000", "[::1", "a@b", "[::1]x"})
    void shouldRefuseWhatIsNoAddress(String text) {
        flags.put(Setting.HOST, new Given(text, "HOST"));
        assertSentence("HOST: " + text + " (expected: a name or an address)");
    }

    @Test
    void shouldNotTakeTwoPortsFromOnePlace() {
        flags.put(Setting.HOST, new Given("localhost:1", "HOST"));
        flags.put(Setting.PORT, new Given("2", "PORT"));
        assertSentence("HOST: localhost:1 (expected: no port here, since PORT gives it)");
    }

    @Test
    void shouldTakeThePortThatIsSetMoreStrongly() throws Exception {
        file("host=a.example.org:1");
        environment.put("CHAT_PORT", "2");
        assertThat(settings().server()).isEqualTo(new ServerAddress("a.example.org", 2));

        flags.put(Setting.HOST, new Given("b.example.org:3", "HOST"));
        assertThat(settings().server()).isEqualTo(new ServerAddress("b.example.org", 3));
    }

    @Test
    void shouldNotGiveOneServersPortToAnother() throws Exception {
        file("host=a.example.org:1");
        flags.put(Setting.HOST, new Given("b.example.org", "HOST"));
        assertThat(settings().server()).isEqualTo(new ServerAddress("b.example.org", 8090));
    }

    private ClientSettings settings() throws WrongSettingException {
        return ClientSettings.of(flags, environment);
    }

    private void assertSentence(String sentence) {
        assertThatThrownBy(this::settings)
                .isInstanceOfSatisfying(
                        WrongSettingException.class,
                        e -> assertThat(e.sentence()).isEqualTo(sentence));
    }

    private Path file(String text) throws IOException {
        return write(home.resolve(".config/chat-client/config.properties"), text);
    }

    private static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
