package chat.e2e;

import java.util.ArrayList;
import java.util.List;

/** Takes notices apart, since the server puts together what happens within a second. */
final class Notice {
    private Notice() {}

    /** {@code * ann, bob and cid joined; eve left} tells {@code ann joined}, {@code bob joined}, and so on. */
    static List<String> facts(String notice) {
        List<String> facts = new ArrayList<>();
        for (String part : notice.substring(2).split("; ", -1)) {
            String did = part.endsWith(" joined") ? " joined" : part.endsWith(" left") ? " left" : "";
            String subjects = part.substring(0, part.length() - did.length());
            for (String subject : subjects.split(did.isEmpty() ? ", (?:and )?" : ", | and ", -1)) {
                facts.add(subject + did);
            }
        }
        return facts;
    }
}
