package chat.client.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Makes the archive that the client's classes come from, loaded and checked already (class data sharing). A static one:
 * picocli's classes are older than what Java 17 takes into the other kind.
 */
final class ClassArchive {
    /** What runs in the build may not load, above all where there is no terminal for them. */
    private static final Pattern ALSO_WANTED =
            Pattern.compile("(chat/client/(cli|config|console|link|net|script)/|chat/common/|org/jline/).*\\.class");

    private static final int PATIENCE_SECONDS = 30;

    private final String java =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private final Path jar;

    ClassArchive(Path jar) {
        this.jar = jar;
    }

    /**
     * Makes it.
     *
     * @param archive where to
     * @throws IOException if this Java cannot do that
     */
    void write(Path archive) throws IOException, InterruptedException {
        Files.createDirectories(archive.getParent());
        Files.deleteIfExists(archive);
        Path work = Files.createTempDirectory(archive.getParent(), "classes");
        try (Rehearsal server = new Rehearsal()) {
            Set<String> classes = new LinkedHashSet<>(inScript(work, server));
            classes.addAll(onTerminal(work, server));
            classes.addAll(inJar());
            Path list = Files.write(work.resolve("list"), classes);
            run(
                    work,
                    "",
                    List.of(
                            java,
                            "-Xshare:dump",
                            "-XX:SharedClassListFile=" + list,
                            "-XX:SharedArchiveFile=" + archive,
                            "-Xlog:disable",
                            "-cp",
                            jar.toString()));
        } finally {
            delete(work);
        }
        if (!Files.exists(archive)) {
            throw new IOException("this Java made none");
        }
    }

    private List<String> inScript(Path work, Rehearsal server) throws IOException, InterruptedException {
        Path list = work.resolve("script");
        run(work, "", client(list, server, "--name", "trainee", "--send", "hi", "--json"));
        return Files.readAllLines(list);
    }

    /** Nothing if there is no way to make a terminal. */
    private List<String> onTerminal(Path work, Rehearsal server) throws IOException, InterruptedException {
        Path list = work.resolve("terminal");
        try { // it may leave before it has come in, which it calls a failure
            String client = String.join("' '", client(list, server, "--name", "trainee"));
            run(work, "hi\n/quit\n", List.of("script", "-q", "-c", "'" + client + "'", "/dev/null"));
            return Files.readAllLines(list);
        } catch (IOException e) {
            return List.of();
        }
    }

    private List<String> client(Path list, Rehearsal server, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(java, "-XX:DumpLoadedClassList=" + list, "-jar", jar.toString(), server.address()));
        command.addAll(List.of(arguments));
        return command;
    }

    private List<String> inJar() throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> ALSO_WANTED.matcher(name).matches())
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .toList();
        }
    }

    private static void run(Path work, String input, List<String> command) throws IOException, InterruptedException {
        Path typed = Files.writeString(work.resolve("input"), input);
        Path output = work.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(typed.toFile());
        Map<String, String> environment = builder.environment();
        environment
                .keySet()
                .removeIf(name ->
                        name.startsWith("CHAT_") || name.endsWith("JAVA_OPTIONS") || name.equals("JAVA_TOOL_OPTIONS"));
        for (String home : List.of("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")) {
            environment.put(home, work.toString());
        }
        environment.put("TERM", "xterm-256color");
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IOException("it took longer than " + PATIENCE_SECONDS + " s");
        }
        if (process.exitValue() != 0) {
            throw new IOException(command + " ended with " + process.exitValue() + ": "
                    + Files.readString(output).strip());
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
