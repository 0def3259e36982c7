package chat.server.moderation;

import chat.common.UserName;
import chat.common.event.Failure;
import chat.server.account.Account;
import chat.server.account.Accounts;
import chat.server.room.Room;
import chat.server.sanction.Sanction;
import chat.server.sanction.Sanction.Kind;
import chat.server.sanction.Sanctions;
import chat.server.sanction.Who;
import chat.server.session.Session;
import java.net.InetAddress;
import java.util.Optional;

/** Who may come in: to the server under a name, and to a room. Any thread. */
public final class Gate {
    private final Sanctions sanctions;
    private final Accounts accounts;
    private final SanctionWords words;
    private volatile boolean lockdown;

    Gate(Sanctions sanctions, Accounts accounts, SanctionWords words) {
        this.sanctions = sanctions;
        this.accounts = accounts;
        this.words = words;
    }

    /**
     * Why somebody may not go by a name; to be asked before they get one, by whatever command. What hits them now does so
     * under the other name, too. On the caller's event loop.
     *
     * @param caller who
     * @param name which
     * @param account the number of the account that they prove to have; {@link Account#NONE} for a guest
     * @return what they are told, if they may not
     */
    public Optional<Failure> refusal(Session caller, UserName name, long account) {
        Who now = caller.identity().who();
        if (now != null) {
            caller.identity().hold(sanctions.all(now).stream().map(Sanction::id).toList());
        }
        Who who = caller.identity().who(name, accounts.find(account).orElse(null));
        Optional<Failure> banned = sanctions
                .ban(who)
                .map(ban -> new Failure(
                        Failure.Code.BANNED,
                        words.sentence(ban, who)
                                + (who.isGuest() ? " Who has a registered name may /login NAME." : "")));
        if (banned.isPresent() || account != Account.NONE) {
            return banned;
        }
        if (lockdown && !caller.hasName()) {
            return Optional.of(new Failure(
                    Failure.Code.LOCKDOWN,
                    "This server takes no new guests at the moment. Who has a registered name may /login NAME."));
        }
        return mutedUnderAnotherName(caller);
    }

    /**
     * Why somebody may not make their name their own: from then on guests' bans and mutes would not hit them any more.
     *
     * @param caller who, with a name
     * @return what they are told, if they may not
     */
    public Optional<Failure> refusalToRegister(Session caller) {
        Who who = caller.identity().who();
        return who == null
                ? Optional.empty()
                : sanctions.all(who).stream()
                        .filter(sanction -> sanction.room()
                                .map(room -> caller.rooms().find(room).isPresent())
                                .orElse(true))
                        .findFirst()
                        .map(sanction -> new Failure(
                                sanction.kind() == Kind.BAN ? Failure.Code.BANNED : Failure.Code.MUTED,
                                words.sentence(sanction) + " Until then you cannot register a name."));
    }

    /** Another name would be another person to those who read it. */
    private Optional<Failure> mutedUnderAnotherName(Session caller) {
        Who now = caller.identity().who();
        return now == null
                ? Optional.empty()
                : caller.rooms().joined().stream()
                        .flatMap(room -> sanctions.mute(now, room).stream())
                        .findFirst()
                        .map(mute -> new Failure(
                                Failure.Code.MUTED, words.sentence(mute) + " Until then you keep your name."));
    }

    /**
     * Why somebody may not come into a room.
     *
     * @param caller who, with a name
     * @param room which
     * @return what they are told, if they may not
     */
    public Optional<Failure> refusal(Session caller, Room room) {
        Who who = caller.identity().who();
        return who == null
                ? Optional.empty()
                : sanctions.ban(who, room.name()).map(ban -> new Failure(Failure.Code.BANNED, words.sentence(ban)));
    }

    /**
     * Why nobody may connect from an address.
     *
     * @param address which
     * @return what they are told, if they may not
     */
    public Optional<String> refusal(InetAddress address) {
        return sanctions.ban(address).map(words::sentence);
    }

    /** Whether nobody new comes in without logging in. */
    boolean isLockedDown() {
        return lockdown;
    }

    void setLockedDown(boolean on) {
        lockdown = on;
    }
}
