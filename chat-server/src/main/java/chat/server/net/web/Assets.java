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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * The files of the page, as they are in the jar: the page, and whatever it and its files refer to. They do so by relative names,
 * and stand below a path that is made of all their contents; the page itself, which names that path, is asked for each time.
 * Immutable.
 */
public final class Assets {
    private static final String FOLDER = "/chat/web/";
    private static final String PAGE = "index.html";

    /** A file beside this one: in a link or script of the page, in an import of a module, in a style. */
    private static final Pattern REFERENCE = Pattern.compile(
            "(?:\\bhref=|\\bsrc=|\\bfrom\\s+|\\bimport\\s*\\(?\\s*|\\burl\\(\\s*)[\"']?(?:\\./)?(\\w[\\w-]*\\.\\w+)[\"')]");

    private static final Pattern IN_PAGE = Pattern.compile("\\b(href|src)=\"(\\w[\\w-]*\\.\\w+)\"");

    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png");

    private final Map<String, Asset> byPath = new HashMap<>();
    private final Set<String> files;
    private final String folder;

    /**
     * Reads all files.
     *
     * @param about what the page is told about the server
     */
    public Assets(About about) {
        Map<String, byte[]> contents = new TreeMap<>();
        String page = text(read(PAGE));
        readAll(page, contents);
        files = Set.copyOf(contents.keySet());
        folder = hash(contents) + "/";
        contents.forEach((file, content) -> byPath.put(path(file), asset(type(file), content, true)));
        String placed = IN_PAGE.matcher(page).replaceAll("$1=\"" + folder + "$2\"");
        byPath.put("/", asset("text/html; charset=utf-8", placed.getBytes(StandardCharsets.UTF_8), false));
        byPath.put("/about.json", asset("application/json", about.json(), false));
    }

    /** Reads what a text refers to, and what that refers to. */
    private static void readAll(String text, Map<String, byte[]> contents) {
        for (MatchResult reference : REFERENCE.matcher(text).results().toList()) {
            String file = reference.group(1);
            if (!contents.containsKey(file)) {
                contents.put(file, read(file));
                if (type(file).startsWith("text/")) {
                    readAll(text(contents.get(file)), contents);
                }
            }
        }
    }

    /** Where a file other than the page is found. */
    String path(String file) {
        return "/" + folder + file;
    }

    /** The names of all files but the page, as they are in the jar. */
    Set<String> files() {
        return files;
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

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static String type(String file) {
        String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalStateException(FOLDER + file + " is of an unknown type");
        }
        return type;
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
