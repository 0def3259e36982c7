package chat.server.store;

import chat.common.UserName;
import chat.server.account.Account;
import chat.server.contact.Contact;
import chat.server.contact.ContactStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Keeps people's lists of others in the file. */
final class SqliteContacts implements ContactStore {
    private final Writer writer;
    private final Map<Long, List<Contact>> stored;

    SqliteContacts(Writer writer, Map<Long, List<Contact>> stored) {
        this.writer = writer;
        this.stored = stored;
    }

    /** Reads what a file has. */
    static Map<Long, List<Contact>> read(Connection connection) throws SQLException {
        Map<Long, List<Contact>> lists = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT owner, name, account, mark FROM ignored ORDER BY rowid")) {
            while (row.next()) {
                UserName name = UserName.received(row.getString(2))
                        .orElseThrow(() -> new SQLException("an ignored person has no name"));
                lists.computeIfAbsent(row.getLong(1), unknown -> new ArrayList<>())
                        .add(new Contact(name, row.getLong(3), 0, row.getLong(4)));
            }
        }
        return lists;
    }

    /** As it was when the store was opened. */
    @Override
    public Map<Long, List<Contact>> all() {
        return stored;
    }

    @Override
    public CompletableFuture<Integer> add(long owner, Contact contact) {
        return writer.change(connection -> {
            remove(connection, owner, contact);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO ignored (owner, name, account, mark) VALUES (?, ?, ?, ?)")) {
                insert.setLong(1, owner);
                insert.setString(2, contact.name().toString());
                insert.setLong(3, contact.account());
                insert.setLong(4, markOf(contact));
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public CompletableFuture<Integer> remove(long owner, Contact contact) {
        return writer.change(connection -> remove(connection, owner, contact));
    }

    private static int remove(Connection connection, long owner, Contact contact) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM ignored WHERE owner = ? AND account = ? AND mark = ?")) {
            delete.setLong(1, owner);
            delete.setLong(2, contact.account());
            delete.setLong(3, markOf(contact));
            return delete.executeUpdate();
        }
    }

    /** Of guests only: who has an account is known by that. */
    private static long markOf(Contact contact) {
        return contact.account() == Account.NONE ? contact.mark() : 0;
    }

    @Override
    public CompletableFuture<Integer> clear(long owner) {
        return writer.change(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM ignored WHERE owner = ?")) {
                delete.setLong(1, owner);
                return delete.executeUpdate();
            }
        });
    }
}
