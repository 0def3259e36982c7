package chat.server.control;

import chat.server.moderation.Roles;
import chat.server.session.Person;
import chat.server.session.Session;
import chat.server.session.SessionRegistry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who is connected, a line for each connection.
 *
 * <pre>
 *   ann@   192.0.2.7:40422   since 10:31  lobby, staff
 *   bob*   192.0.2.8:51514   since 10:32  lobby
 *   carl   192.0.2.9:33112   since 10:40  lobby
 *   3 connections with a name (* registered, @ operator), 1 without.
 * </pre>
 */
final class ConnectionTable {
    private final SessionRegistry registry;
    private final Roles roles;

    ConnectionTable(SessionRegistry registry, Roles roles) {
        this.registry = registry;
        this.roles = roles;
    }

    private record Row(String name, String address, String since, String rooms) {
        /** Padded by code points; the few names whose letters are wide stand out. */
        String line(int nameWidth, int addressWidth) {
            return padded(name, nameWidth) + "  " + padded(address, addressWidth) + "  since " + since + "  " + rooms;
        }

        private static String padded(String word, int width) {
            return word + " ".repeat(Math.max(0, width - length(word)));
        }
    }

    List<String> lines() {
        List<Session> all = List.copyOf(registry.sessions());
        List<Row> rows = all.stream()
                .filter(Session::hasName)
                .sorted(Comparator.comparing(session -> session.identity().since()))
                .map(this::row)
                .toList();
        int names = rows.stream().mapToInt(row -> length(row.name)).max().orElse(0);
        int addresses = rows.stream().mapToInt(row -> length(row.address)).max().orElse(0);
        List<String> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(row.line(names, addresses)));
        lines.add(rows.size() + (rows.size() == 1 ? " connection" : " connections")
                + " with a name (* registered, @ operator), " + (all.size() - rows.size()) + " without.");
        return lines;
    }

    private Row row(Session session) {
        String mark = roles.isOperator(session) ? "@" : roles.isRegistered(session) ? "*" : "";
        String rooms = String.join(
                ", ", registry.find(session.name()).map(Person::whereabouts).orElse(List.of()));
        String since = registry.times().of(session.identity().since().toEpochMilli());
        return new Row(session.name() + mark, session.address(), since, rooms);
    }

    private static int length(String word) {
        return word.codePointCount(0, word.length());
    }
}
