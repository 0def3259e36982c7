package chat.client.packaging;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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
    /** What a first run that reaches no server does not load. */
    private static final Pattern ALSO_WANTED = Pattern.compile(
            "(chat/client/(cli|config|console|link|net|script)/|chat/common/|com/fasterxml/jackson/core/|org/jline/).*\\.class");

    private static final int PATIENCE_SECONDS = 60;

    private final Path java = Path.of(System.getProperty("java.home"), "bin", "java");
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
        try {
            Path list = work.resolve("list");
            run(
                    1,
                    work,
                    "-XX:DumpLoadedClassList=" + list,
                    "-jar",
                    jar.toString(),
                    "localhost:" + closedPort(),
                    "--name",
                    "trainee",
                    "--send",
                    "hi");
            TreeSet<String> classes = new TreeSet<>();
            List<String> all = new ArrayList<>(Files.readAllLines(list));
            try (JarFile file = new JarFile(jar.toFile())) {
                file.stream()
                        .map(ZipEntry::getName)
                        .filter(name -> ALSO_WANTED.matcher(name).matches())
                        .map(name -> name.substring(0, name.length() - ".class".length()))
                        .forEach(classes::add);
            }
            all.forEach(line -> classes.remove(line));
            all.addAll(classes);
            Files.write(list, all);
            run(
                    0,
                    work,
                    "-Xshare:dump",
                    "-XX:SharedClassListFile=" + list,
                    "-XX:SharedArchiveFile=" + archive,
                    "-Xlog:disable",
                    "-cp",
                    jar.toString());
        } finally {
            delete(work);
        }
        if (!Files.exists(archive)) {
            throw new IOException("this Java made none");
        }
    }

    private void run(int exitCode, Path work, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("output").toFile());
        Map<String, String> environment = builder.environment();
        environment
                .keySet()
                .removeIf(name ->
                        name.startsWith("CHAT_") || name.endsWith("JAVA_OPTIONS") || name.equals("JAVA_TOOL_OPTIONS"));
        environment.put("XDG_CONFIG_HOME", work.toString());
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("it took longer than " + PATIENCE_SECONDS + " s");
        }
        if (process.exitValue() != exitCode) {
            throw new IOException(String.join(" ", arguments) + " ended with " + process.exitValue());
        }
    }

    /** A port that nobody listens on. */
    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
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
