package chat.server.moderation;

import chat.common.event.Moderated.Action;
import chat.common.event.Sanctioned;
import chat.server.sanction.Sanction;
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
        String until = sanction.until()
                .map(moment -> " until " + times.of(moment.toEpochMilli()))
                .orElse("");
        return what + until + ", says " + sanction.by() + because(sanction.because());
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
