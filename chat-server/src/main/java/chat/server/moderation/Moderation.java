package chat.server.moderation;

import chat.server.account.Accounts;
import chat.server.audit.AuditStore;
import chat.server.limit.AddressRange;
import chat.server.mail.MailStore;
import chat.server.room.Rooms;
import chat.server.sanction.SanctionStore;
import chat.server.sanction.Sanctions;
import chat.server.session.SessionRegistry;
import java.time.InstantSource;
import java.util.List;

/** All that keeps order, for whoever may ask for it. Any thread. */
public final class Moderation {
    private final Roles roles;
    private final Gate gate;
    private final Floor floor;
    private final Records records;
    private final Bans bans;
    private final Pardons pardons;
    private final Kicks kicks;
    private final HouseOrder houseOrder;
    private final Promotions promotions;
    private final Purges purges;

    /**
     * What it keeps things with.
     *
     * @param sanctions bans and mutes
     * @param audit what was done
     * @param letters private messages for those who are away
     */
    public record Stores(SanctionStore sanctions, AuditStore audit, MailStore letters) {
        /**
         * Everything is forgotten when the process ends.
         *
         * @param letters see there
         */
        public static Stores inMemory(MailStore letters) {
            return new Stores(SanctionStore.inMemory(), AuditStore.inMemory(), letters);
        }
    }

    /**
     * Begins with what is kept.
     *
     * @param registry who is connected
     * @param rooms where people are
     * @param accounts whose names are registered
     * @param stores see there
     * @param proxies addresses that others come through, which cannot be banned
     * @param clock tells when bans are over
     */
    public Moderation(
            SessionRegistry registry,
            Rooms rooms,
            Accounts accounts,
            Stores stores,
            List<AddressRange> proxies,
            InstantSource clock) {
        SanctionWords words = new SanctionWords(registry.times());
        Sanctions sanctions = new Sanctions(stores.sanctions(), clock);
        roles = new Roles(accounts);
        Newcomers newcomers = new Newcomers(rooms, roles, clock, registry.times());
        gate = new Gate(sanctions, accounts, words, newcomers);
        floor = new Floor(sanctions, words, roles, newcomers, clock);
        records = new Records(stores.audit(), clock);
        Spared spared = new Spared(proxies, registry::proxies);
        Suspects suspects = new Suspects(registry, accounts, roles, spared);
        bans = new Bans(sanctions, suspects, roles, records, words, rooms, clock, registry.times());
        pardons = new Pardons(sanctions, records, roles, rooms);
        kicks = new Kicks(suspects, records, rooms);
        houseOrder = new HouseOrder(gate, records, clock, registry.times());
        promotions = new Promotions(accounts, records, suspects, roles, rooms);
        // of files from before owners were forgotten with their accounts; if it cannot be kept, it is done at the next
        // start
        var unused = rooms.forgetAccounts(id -> accounts.find(id).isEmpty());
        purges = new Purges(registry, suspects, roles, records, rooms, stores.letters(), clock);
        FormerMeasures.end(rooms);
    }

    /**
     * Begins with nothing, and forgets everything when the process ends.
     *
     * @param registry who is connected
     * @param rooms where people are
     * @param accounts whose names are registered
     * @param letters private messages for those who are away
     */
    public static Moderation inMemory(SessionRegistry registry, Rooms rooms, Accounts accounts, MailStore letters) {
        return new Moderation(registry, rooms, accounts, Stores.inMemory(letters), List.of(), registry.clock());
    }

    /** Who is what. */
    public Roles roles() {
        return roles;
    }

    /** Who may come in. */
    public Gate gate() {
        return gate;
    }

    /** Who may write. */
    public Floor floor() {
        return floor;
    }

    /** What was done. */
    public Records records() {
        return records;
    }

    /** Bans and mutes. */
    public Bans bans() {
        return bans;
    }

    /** Taking bans and mutes back. */
    public Pardons pardons() {
        return pardons;
    }

    /** Putting people out. */
    public Kicks kicks() {
        return kicks;
    }

    /** What holds for everybody. */
    public HouseOrder houseOrder() {
        return houseOrder;
    }

    /** Owners of rooms, and operators. */
    public Promotions promotions() {
        return promotions;
    }

    /** Removing what was written. */
    public Purges purges() {
        return purges;
    }
}
