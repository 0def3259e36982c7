package chat.server.moderation;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Failure;
import chat.server.account.Account;
import chat.server.account.Accounts;
import chat.server.room.Room;
import chat.server.sanction.Sanction;
import chat.server.sanction.Sanction.Kind;
import chat.server.sanction.Sanctions;
import chat.server.sanction.Target;
import chat.server.sanction.Who;
import chat.server.session.Session;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may come in: to the server under a name, and to a room. Any thread. */
public final class Gate {
    private final Sanctions sanctions;
    private final Accounts accounts;
    private final SanctionWords words;
    private final Newcomers newcomers;
    private volatile @Nullable Lockdown lockdown;

    /**
     * Nobody new comes in without logging in.
     *
     * @param by who has said so
     * @param since when
     */
    record Lockdown(UserName by, Instant since) {}

    Gate(Sanctions sanctions, Accounts accounts, SanctionWords words, Newcomers newcomers) {
        this.sanctions = sanctions;
        this.accounts = accounts;
        this.words = words;
        this.newcomers = newcomers;
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
        caller.identity().hold(caller.tags().formerSanctions()); // a key says who it is, whatever the name and address
        Who now = caller.identity().who();
        if (now != null) {
            caller.identity()
                    .hold(sanctions.all(now).stream()
                            .filter(sanction ->
                                    sanction.target().person() != null) // addresses are about where, not who
                            .map(Sanction::id)
                            .toList());
        }
        Who who = caller.identity().who(name, accounts.find(account).orElse(null));
        Optional<Sanction> ban = sanctions.ban(who);
        if (ban.isPresent()) {
            if (account != Account.NONE) { // they have just shown who they are
                caller.identity().hold(List.of(ban.get().id()));
            }
            return Optional.of(new Failure(
                    Failure.Code.BANNED,
                    words.sentence(ban.get(), who)
                            + (who.isGuest() ? " Who has a registered name may /login NAME." : "")));
        }
        if (account != Account.NONE) {
            return caller.account() == account ? Optional.empty() : keptAccount(caller);
        }
        if (lockdown != null && !caller.hasName()) {
            return Optional.of(new Failure(
                    Failure.Code.LOCKDOWN,
                    "This server takes no new guests at the moment. Who has a registered name may /login NAME."));
        }
        Optional<Failure> muted = mutedUnderAnotherName(caller);
        return muted.isPresent() ? muted : Optional.ofNullable(newcomers.renameRefusal(caller));
    }

    /** Whose account is banned or muted somewhere does not go on under another one. */
    private Optional<Failure> keptAccount(Session caller) {
        Who now = caller.identity().who();
        return now == null || now.isGuest()
                ? Optional.empty()
                : sanctions.all(now).stream()
                        .filter(sanction ->
                                sanction.target() instanceof Target.Person person && person.account() == now.account())
                        .findFirst()
                        .map(sanction -> new Failure(
                                sanction.kind() == Kind.BAN ? Failure.Code.BANNED : Failure.Code.MUTED,
                                words.sentence(sanction) + " Until then you stay " + now.name() + "."));
    }

    /**
     * Why somebody may not make a room: who is muted on the server could write with its name, which everybody may read.
     *
     * @param caller who, with a name
     * @return what they are told, if they may not
     */
    public Optional<Failure> refusalToMakeRoom(Session caller) {
        Who who = caller.identity().who();
        return who == null
                ? Optional.empty()
                : sanctions
                        .mute(who)
                        .map(mute -> new Failure(
                                Failure.Code.MUTED, words.sentence(mute) + " Until then you cannot make a room."));
    }

    /**
     * What keeps somebody out of a room.
     *
     * @param session who
     * @param room which
     * @return the ban, if there is one of the room
     */
    public Optional<Sanction> ban(Session session, Room room) {
        return ban(session, room.name());
    }

    private Optional<Sanction> ban(Session session, RoomName room) {
        Who who = session.identity().who();
        return who == null ? Optional.empty() : sanctions.ban(who, room);
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
        return refusal(caller, room.name());
    }

    /**
     * The same of a room that there may not be: bans outlive a room that is forgotten.
     *
     * @param caller who, with a name
     * @param room which
     * @return what they are told, if they may not
     */
    public Optional<Failure> refusal(Session caller, RoomName room) {
        return ban(caller, room).map(ban -> new Failure(Failure.Code.BANNED, words.sentence(ban)));
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
        return lockdown != null;
    }

    /** By whom and since when that is so; null if it is not. */
    @Nullable
    Lockdown lockdown() {
        return lockdown;
    }

    void lockDown(@Nullable Lockdown now) {
        lockdown = now;
    }
}
