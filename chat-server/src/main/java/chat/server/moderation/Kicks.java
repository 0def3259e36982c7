package chat.server.moderation;

import chat.common.UserName;
import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.Moderated.Action;
import chat.common.event.Sanctioned;
import chat.server.audit.Actor;
import chat.server.room.Rooms;
import chat.server.session.Ending;
import chat.server.session.Eviction;
import chat.server.session.Session;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Puts people out, who may come again. Any thread. */
public final class Kicks {
    private final Suspects suspects;
    private final Records records;
    private final Rooms rooms;

    Kicks(Suspects suspects, Records records, Rooms rooms) {
        this.suspects = suspects;
        this.records = records;
        this.rooms = rooms;
    }

    /**
     * Puts somebody out.
     *
     * @param by who does it
     * @param place of where
     * @param whom a name
     * @param because why; empty if they do not say
     * @return what to answer, when it is written down, or that it could not be: they are out in any case
     */
    public CompletableFuture<Event> kick(Actor by, Place place, String whom, String because) {
        UserName name = UserName.parse(whom).orElse(null);
        if (Bans.isAddress(whom) && (name == null || !suspects.isSomebody(name))) {
            return CompletableFuture.completedFuture(Suspects.notAllowed(
                    "An address cannot be kicked. Please name somebody, or /ban " + whom + " in the lobby."));
        }
        Suspect suspect = name == null ? null : suspects.find(name, by, place);
        if (suspect == null || in(place, suspect.here()).isEmpty()) {
            return CompletableFuture.completedFuture(
                    new Failure(Failure.Code.NOT_FOUND, "User not found in " + place.words() + ": " + whom + "."));
        }
        Failure refusal = suspects.refusal(suspect, by, place);
        if (refusal != null) {
            return CompletableFuture.completedFuture(refusal);
        }
        Terms terms = new Terms(Optional.empty(), because);
        place.announce(Action.KICK, suspect.name().toString(), by, terms);
        Sanctioned why = new Sanctioned(
                Action.KICK, by.name() + " has put you out of " + place.words() + SanctionWords.because(because));
        in(place, suspects.stillHere(suspect, by, place)).forEach(session -> putOut(session, why, place));
        return records.addDone(
                by,
                Action.KICK,
                suspect.name().toString(),
                place,
                terms,
                suspect.name() + " is out of " + place.words() + ".");
    }

    private static List<Session> in(Place place, List<Session> sessions) {
        return sessions.stream()
                .filter(session -> place.isServer() || place.room().has(session))
                .toList();
    }

    private void putOut(Session session, Sanctioned why, Place place) {
        if (place.isServer()) {
            Eviction.fromServer(session, why, Ending.KICKED);
        } else {
            Eviction.fromRoom(session, why, place.room(), rooms.lobby());
        }
    }
}
