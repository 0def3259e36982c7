package chat.client.link;

/** Hears how one connection goes. On the link's thread. */
interface ConversationListener {
    /** We are in the room, or not. */
    void stands(LinkState state);

    /** It is over, however it was meant to end. The last call. */
    void over(Conversation conversation, Ending ending);
}
