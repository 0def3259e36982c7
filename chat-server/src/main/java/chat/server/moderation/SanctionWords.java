package chat.server.moderation;

import chat.common.event.Moderated.Action;
import chat.common.event.Sanctioned;
import chat.server.sanction.Sanction;
import chat.server.sanction.Target;
import chat.server.sanction.Who;
import chat.server.session.LocalTimes;

/** What people read who are kept out or from writing: by whom, why, and for how long. Any thread. */
public final class SanctionWords {
    private final LocalTimes times;

    /**
     * Begins.
     *
     * @param times writes moments as people here read them
     */
    public SanctionWords(LocalTimes times) {
        this.times = times;
    }

    /**
     * Says it in a sentence.
     *
     * @param sanction which
     * @return for example {@code You are banned from lobby until 10:31, by ann: spam.}
     */
    public String sentence(Sanction sanction) {
        String what = switch (sanction.kind()) {
            case BAN -> "You are banned from " + sanction.where();
            case MUTE -> "You may not write in " + sanction.where();
        };
        return what + until(sanction) + ", says " + sanction.by() + because(sanction.because());
    }

    /**
     * Says it to somebody who wants to come in, and who may be a neighbour of whoever it is about.
     *
     * @param ban which
     * @param who wants to come in
     * @return the {@link #sentence}; or, if nothing but their address is banned, that it is that
     */
    String sentence(Sanction ban, Who who) {
        boolean meant =
                who.held().contains(ban.id()) || (ban.target() instanceof Target.Person person && person.isMeant(who));
        if (meant) {
            return sentence(ban);
        }
        return "The address that you come from is banned from " + ban.where() + until(ban) + ", says " + ban.by()
                + because(ban.because()) + " That may be about somebody else there.";
    }

    private String until(Sanction sanction) {
        return sanction.until()
                .map(moment -> " until " + times.of(moment.toEpochMilli()))
                .orElse("");
    }

    /** The same as who is hit is told at once. */
    Sanctioned told(Sanction sanction) {
        return new Sanctioned(
                switch (sanction.kind()) {
                    case BAN -> Action.BAN;
                    case MUTE -> Action.MUTE;
                },
                sentence(sanction));
    }

    /** The end of a sentence with a reason, or without. */
    static String because(String why) {
        return why.isEmpty() ? "." : why.matches(".*[.!?]") ? ": " + why : ": " + why + ".";
    }
}
