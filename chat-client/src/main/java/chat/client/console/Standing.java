package chat.client.console;

import java.util.List;

/**
 * How things stand, as the rows around the input line show it.
 *
 * @param status pieces for the status row, the most important first
 * @param waiting own lines that the server has not confirmed, oldest first
 * @param prompt what stands before the line being typed
 */
record Standing(List<String> status, List<String> waiting, String prompt) {
    /** How many waiting lines are shown. */
    static final int SHOWN = 3;

    Standing {
        status = List.copyOf(status);
        waiting = List.copyOf(waiting);
    }
}
