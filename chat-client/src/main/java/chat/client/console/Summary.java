package chat.client.console;

import java.util.ArrayList;
import java.util.List;

/** How things stand, put together for the rows around the input line. One thread. */
final class Summary {
    private final String where;
    private final Connection connection;
    private final Roster roster;
    private final Teller teller;
    private final Sender sender;

    Summary(String where, Connection connection, Roster roster, Teller teller, Sender sender) {
        this.where = where;
        this.connection = connection;
        this.roster = roster;
        this.teller = teller;
        this.sender = sender;
    }

    /**
     * How they stand now.
     *
     * @param asked whether Ctrl-C was pressed, and leaves if it is pressed again
     * @param leaving whether we are about to leave
     */
    Standing of(boolean asked, boolean leaving) {
        List<String> status = new ArrayList<>();
        if (asked) {
            status.add("Press Ctrl-C again to leave");
        }
        status.add(where);
        String how = leaving ? "leaving" : connection.status();
        if (!how.isEmpty()) {
            status.add(how);
        }
        if (connection.isOnline()) {
            status.add(roster.room().toString());
            addCount(status, roster.size(), "person", "people");
        }
        addCount(status, teller.unread() == 0 ? -1 : teller.unread(), "mention", "mentions");
        List<String> waiting = sender.waiting();
        addCount(status, waiting.isEmpty() ? -1 : waiting.size(), "line waits", "lines wait");
        return new Standing(status, waiting, prompt());
    }

    private String prompt() {
        if (connection.asksForFirstName()) {
            return "Your name: ";
        }
        return connection.needsName() ? "/setname NAME> " : connection.name() + "> ";
    }

    private static void addCount(List<String> status, int count, String one, String many) {
        if (count >= 0) {
            status.add(count + " " + (count == 1 ? one : many));
        }
    }
}
