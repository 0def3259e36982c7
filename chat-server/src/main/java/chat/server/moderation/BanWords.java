package chat.server.moderation;

import chat.common.UserName;
import chat.server.limit.AddressPrefix;
import chat.server.sanction.Sanction.Kind;
import chat.server.sanction.Target;
import chat.server.session.Session;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody reads who has banned or muted others: whom else it hits, and whom not. Each sentence begins with a blank. */
final class BanWords {
    /** How many addresses are named in an answer. */
    private static final int MOST_NAMED = 5;

    private BanWords() {}

    /** How rooms are told whom it is about: they never read an address. */
    static String toRooms(Target target) {
        String shown = target.shown();
        return target.person() == null ? "an address" : shown;
    }

    /** How many people that were; one person may be here by several connections. */
    static String counted(List<Session> hit) {
        long people = Stream.concat(
                        hit.stream().filter(Session::hasName).map(Session::name).distinct(),
                        hit.stream().filter(session -> !session.hasName()))
                .count();
        return people == 0
                ? " Nobody here comes from there now."
                : " It puts out " + people + (people == 1 ? " person who was here." : " people who were here.");
    }

    /** Who else is hit, as far as who does it sees them: somebody may have had the name before, and mean no harm. */
    static String renamed(Suspect suspect, Place place, List<Session> hit) {
        String names = hit.stream()
                .filter(session -> place.isServer() || place.room().has(session))
                .filter(session -> session.hasName() && !suspect.isCalled(session))
                .map(Session::name)
                .distinct()
                .map(UserName::toString)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : " This hits those, too, who went by that name within the hour: " + names + ".";
    }

    static String about(Kind kind, Suspect suspect) {
        return neighbours(kind, suspect)
                + (suspect.guarded()
                        ? " Addresses that you, operators or others who look after the room come from are left out: from"
                                + " there it is about the name only."
                        : "");
    }

    private static String neighbours(Kind kind, Suspect suspect) {
        if (suspect.neighbours() == 0) {
            return suspect.here().isEmpty() ? " Nobody here goes by that name now." : "";
        }
        String others =
                suspect.neighbours() == 1 ? " 1 other here comes" : " " + suspect.neighbours() + " others here come";
        return others + " from the same address"
                + (kind == Kind.BAN
                        ? ": they stay, but from there only who logs in comes in again."
                        : ": there only who logs in may write.");
    }

    /** For operators: which addresses a ban covers, and how to ban all of them; nobody else learns addresses. */
    static String from(Suspect suspect) {
        if (suspect.addresses().isEmpty()) {
            return "";
        }
        String all = suspect.addresses().stream()
                .limit(MOST_NAMED)
                .map(AddressPrefix::toString)
                .collect(Collectors.joining(", "));
        return " It covers guests from " + all
                + (suspect.addresses().size() > MOST_NAMED ? " and others" : "")
                + ". To ban everybody from there: in the lobby, /ban "
                + suspect.addresses().get(0);
    }
}
