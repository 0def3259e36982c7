package chat.server.net.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * The files of the page, as they are in the jar. They refer to each other by relative names, and stand below a path that is
 * made of all their contents; the page itself, which names that path, is asked for each time. Immutable.
 */
public final class Assets {
    private static final String FOLDER = "/chat/web/";
    private static final String PAGE = "index.html";
    private static final List<String> FILES = List.of(
            "alerts.js",
            "answer.js",
            "author.js",
            "block.js",
            "chat.js",
            "choices.js",
            "comeback.js",
            "completion.js",
            "composer.js",
            "conversation.js",
            "drawers.js",
            "entry.js",
            "events.js",
            "history.js",
            "homecoming.js",
            "icon.svg",
            "line.js",
            "link.js",
            "list.js",
            "log.js",
            "luggage.js",
            "main.js",
            "naming.js",
            "password.js",
            "people.js",
            "pressing.js",
            "questions.js",
            "queue.js",
            "recall.js",
            "richtext.js",
            "row.js",
            "sender.js",
            "socket.js",
            "speaker.js",
            "standing.js",
            "style.css",
            "tab.js",
            "typing.js");

    private final Map<String, Asset> byPath = new HashMap<>();

    /**
     * Reads all files.
     *
     * @param about what the page is told about the server, in JSON
     */
    public Assets(String about) {
        Map<String, byte[]> contents = new TreeMap<>();
        FILES.forEach(file -> contents.put(file, read(file)));
        String folder = hash(contents) + "/";
        contents.forEach((file, content) -> byPath.put("/" + folder + file, asset(type(file), content, true)));
        String page = new String(read(PAGE), StandardCharsets.UTF_8)
                .replaceAll("(href|src)=\"([\\w.]+)\"", "$1=\"" + folder + "$2\"");
        byPath.put("/", asset("text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8), false));
        byPath.put("/about.json", asset("application/json", about.getBytes(StandardCharsets.UTF_8), false));
    }

    /** The file of a path, if there is one. */
    Optional<Asset> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** How many bytes all files have on their way to a browser, compressed. */
    int zippedBytes() {
        return byPath.values().stream()
                .mapToInt(asset -> asset.zipped().readableBytes())
                .sum();
    }

    private static byte[] read(String file) {
        try (InputStream in = Assets.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException(FOLDER + file + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Asset asset(String type, byte[] content, boolean lasting) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot happen: all of it stays in memory
        }
        return Asset.of(type, content, zipped.toByteArray(), lasting);
    }

    private static String type(String file) {
        return switch (file.substring(file.lastIndexOf('.'))) {
            case ".js" -> "text/javascript; charset=utf-8";
            case ".css" -> "text/css; charset=utf-8";
            case ".svg" -> "image/svg+xml";
            default -> throw new IllegalStateException(file);
        };
    }

    private static String hash(Map<String, byte[]> contents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            contents.forEach((file, content) -> {
                digest.update(file.getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
