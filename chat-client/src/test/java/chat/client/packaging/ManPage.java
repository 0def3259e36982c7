package chat.client.packaging;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The manual page of a command, from the model that its help is printed from. */
final class ManPage {
    private final CommandSpec command;
    private final StringBuilder page = new StringBuilder();

    private ManPage(CommandSpec command) {
        this.command = command;
    }

    /** The name that the page is found under: {@code chat-client-bench}. */
    static String name(CommandSpec command) {
        return command.qualifiedName("-");
    }

    /** The page, for {@code man}. */
    static String of(CommandSpec command) {
        return new ManPage(command).write();
    }

    private String write() {
        UsageMessageSpec usage = command.usageMessage();
        String description = String.join(" ", usage.description());
        String name = name(command);
        page.append(".\\\" Made by the build from the options of the command line.\n");
        line(".TH " + quoted(name.toUpperCase(Locale.ROOT)) + " 1 \"\" \"ClientMessageSystem\" \"\"");
        line(".nh\n.ad l");
        section("NAME");
        text(name + " - " + description.split("\\. ", 2)[0].replaceAll("\\.$", ""));
        section("SYNOPSIS");
        synopsis(usage);
        section("DESCRIPTION");
        text(description);
        section("OPTIONS");
        command.positionalParameters().forEach(this::positional);
        command.options().stream().filter(option -> option.group() == null).forEach(this::option);
        command.argGroups().forEach(this::group);
        subcommands();
        exitCodes(usage);
        footer(usage);
        seeAlso();
        return page.toString();
    }

    private void synopsis(UsageMessageSpec usage) {
        List<String> lines = usage.customSynopsis().length > 0
                ? Arrays.asList(usage.customSynopsis())
                : List.of(command.qualifiedName(" ") + " [OPTIONS] [HOST [PORT]]");
        lines.forEach(synopsis -> {
            text(synopsis.strip());
            line(".br");
        });
    }

    private void group(ArgGroupSpec group) {
        line(".SS " + quoted(plain(group.heading()).replaceAll(":$", "")));
        group.options().stream().filter(option -> !option.hidden()).forEach(this::option);
    }

    private void option(OptionSpec option) {
        StringBuilder names = new StringBuilder();
        for (String name : option.names()) {
            names.append(names.length() == 0 ? "" : ", ")
                    .append("\\fB")
                    .append(escaped(name))
                    .append("\\fR");
        }
        if (option.arity().max() > 0) {
            names.append("=\\fI").append(escaped(option.paramLabel())).append("\\fR");
        }
        if (option.negatable()) {
            names.append(", \\fB")
                    .append(escaped(Options.opposite(option.longestName())))
                    .append("\\fR");
        }
        item(names.toString(), option.description());
    }

    private void positional(PositionalParamSpec argument) {
        item("[\\fI" + escaped(argument.paramLabel()) + "\\fR]", argument.description());
    }

    private void subcommands() {
        if (command.subcommands().isEmpty()) {
            return;
        }
        section("COMMANDS");
        command.subcommands()
                .forEach((name, subcommand) -> item(
                        "\\fB" + escaped(name) + "\\fR",
                        subcommand.getCommandSpec().usageMessage().description()));
    }

    private void exitCodes(UsageMessageSpec usage) {
        section("EXIT STATUS");
        usage.exitCodeList().forEach((code, meaning) -> item("\\fB" + escaped(code) + "\\fR", meaning));
    }

    private void footer(UsageMessageSpec usage) {
        if (usage.footer().length > 0) {
            section(plain(usage.footerHeading()).replaceAll(":$", "").toUpperCase(Locale.ROOT));
            Arrays.stream(usage.footer()).forEach(this::text);
        }
    }

    private void seeAlso() {
        CommandSpec parent = command.parent();
        List<String> others = parent != null
                ? List.of(name(parent))
                : command.subcommands().values().stream()
                        .map(subcommand -> name(subcommand.getCommandSpec()))
                        .toList();
        if (!others.isEmpty()) {
            section("SEE ALSO");
            others.forEach(other -> line("\\fB" + escaped(other) + "\\fR(1)"));
        }
    }

    private void section(String title) {
        line(".SH " + quoted(title));
    }

    private void item(String term, String... description) {
        line(".TP");
        line(term);
        text(String.join(" ", description));
    }

    private void text(String text) {
        line(escaped(plain(text)));
    }

    private void line(String line) {
        page.append(line).append('\n');
    }

    /** Without the line ends and per cent signs of a format. */
    private static String plain(String format) {
        return format.replace("%n", " ").replace("%%", "%").strip();
    }

    private static String quoted(String text) {
        return '"' + escaped(text) + '"';
    }

    /** A dot or a quote at the beginning of a line would be a request, a dash would become a hyphen. */
    private static String escaped(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("\"", "\\(dq");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
