package chat.server.room;

/** Hears what a journal has made of drafts. One call for each draft, in their order. */
public interface Receipt {
    /**
     * A draft is as safe as the journal makes it, and has its place. Must neither wait nor publish.
     *
     * @param entry the draft in its place
     */
    void kept(Entry entry);

    /**
     * A draft could not be kept. It takes no sequence number: for the room it has never been. Must neither wait nor
     * publish.
     *
     * @param draft what is lost
     * @param why the reason, for people, as it stands in brackets: {@code the disk is full}
     */
    void refused(Draft draft, String why);
}
