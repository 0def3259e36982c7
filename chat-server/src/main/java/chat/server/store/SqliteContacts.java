package chat.server.store;

import chat.common.UserName;
import chat.server.account.Account;
import chat.server.contact.Contact;
import chat.server.contact.ContactKind;
import chat.server.contact.ContactStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Keeps people's lists of others in the file. */
final class SqliteContacts implements ContactStore {
    private final Writer writer;
    private final Map<ContactKind, Map<Long, List<Contact>>> stored;

    SqliteContacts(Writer writer, Map<ContactKind, Map<Long, List<Contact>>> stored) {
        this.writer = writer;
        this.stored = stored;
    }

    /** Reads what a file has. */
    static Map<ContactKind, Map<Long, List<Contact>>> read(Connection connection) throws SQLException {
        Map<ContactKind, Map<Long, List<Contact>>> kinds = new EnumMap<>(ContactKind.class);
        for (ContactKind kind : ContactKind.values()) {
            kinds.put(kind, read(connection, kind));
        }
        return kinds;
    }

    private static Map<Long, List<Contact>> read(Connection connection, ContactKind kind) throws SQLException {
        Map<Long, List<Contact>> lists = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT owner, name, account, mark FROM contact WHERE kind = ? ORDER BY rowid")) {
            select.setInt(1, kind.code());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UserName name = UserName.received(row.getString(2))
                            .orElseThrow(() -> new SQLException("somebody on a list of people has no name"));
                    lists.computeIfAbsent(row.getLong(1), unknown -> new ArrayList<>())
                            .add(new Contact(name, row.getLong(3), 0, row.getLong(4)));
                }
            }
        }
        return lists;
    }

    /** As it was when the store was opened. */
    @Override
    public Map<Long, List<Contact>> all(ContactKind kind) {
        return stored.getOrDefault(kind, Map.of());
    }

    @Override
    public CompletableFuture<Integer> add(ContactKind kind, long owner, Contact contact) {
        return writer.change(connection -> {
            remove(connection, kind, owner, contact);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO contact (owner, kind, subject, name, account, mark) SELECT ?1, ?2, ?3, ?4, ?5, ?6"
                            + " WHERE EXISTS (SELECT 1 FROM account WHERE id = ?1)")) {
                insert.setLong(1, owner);
                insert.setInt(2, kind.code());
                insert.setString(3, kind.subjectOf(contact));
                insert.setString(4, contact.name().toString());
                insert.setLong(5, contact.account());
                insert.setLong(6, contact.account() == Account.NONE ? contact.mark() : 0);
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public CompletableFuture<Integer> remove(ContactKind kind, long owner, Contact contact) {
        return writer.change(connection -> remove(connection, kind, owner, contact));
    }

    private static int remove(Connection connection, ContactKind kind, long owner, Contact contact)
            throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM contact WHERE owner = ? AND kind = ? AND subject = ?")) {
            delete.setLong(1, owner);
            delete.setInt(2, kind.code());
            delete.setString(3, kind.subjectOf(contact));
            return delete.executeUpdate();
        }
    }

    @Override
    public CompletableFuture<Integer> clear(long owner) {
        return writer.change(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM contact WHERE owner = ?")) {
                delete.setLong(1, owner);
                return delete.executeUpdate();
            }
        });
    }
}
