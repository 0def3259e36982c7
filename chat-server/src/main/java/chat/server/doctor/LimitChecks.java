package chat.server.doctor;

import chat.server.limit.ConnectionLimits;
import chat.server.limit.LimitSettings;
import chat.server.net.Proxies;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flags that fit the machine, and each other. */
public final class LimitChecks {
    private LimitChecks() {}

    /**
     * Looks at them.
     *
     * @param limits what holds
     * @param openFiles how many connections the system's limit on open files leaves room for
     * @param heap the most memory that Java takes, in bytes
     * @param lifted limits that are given although {@code --no-limits} lifts them; null without that flag
     * @param proxies who comes through a proxy
     * @return what came out
     */
    public static List<Finding> of(
            LimitSettings limits, int openFiles, long heap, @Nullable List<String> lifted, Proxies proxies) {
        List<Finding> findings = new ArrayList<>();
        findings.add(openFiles(limits.connections().most(), openFiles));
        findings.add(pending(limits.maxPendingBytes(), heap));
        if (lifted != null && !lifted.isEmpty()) {
            findings.add(Finding.warn(
                    "--no-limits lifts " + String.join(", ", lifted) + ", too", "leave out the one or the other"));
        } else if (lifted != null) {
            findings.add(Finding.warn("--no-limits: nothing is limited", "use it for load tests only"));
        }
        if (proxies.areEverybody()) {
            findings.add(Finding.fail(
                    "--proxy-from names all addresses: everybody could say whom they come from, and nobody gets in without",
                    "name the addresses of your proxies only"));
        }
        return findings;
    }

    private static Finding openFiles(int connections, int openFiles) {
        String what = "open files: enough for " + openFiles + " connections";
        String advice = "raise it with ulimit -n, or LimitNOFILE= in systemd";
        if (openFiles == Integer.MAX_VALUE) {
            return Finding.ok("open files: the system names no limit");
        }
        if (connections == ConnectionLimits.UNLIMITED) {
            return Finding.ok(what);
        }
        if (connections > openFiles) {
            return Finding.warn(what + ", and --max-connections is " + connections, advice);
        }
        return openFiles < ConnectionLimits.defaults().most() && connections == openFiles
                ? Finding.warn(what + ", so no more are taken", advice)
                : Finding.ok(what + ", and --max-connections is " + connections);
    }

    private static Finding pending(long pending, long heap) {
        String what = "memory: Java takes up to " + (heap >> 20) + " MB of heap";
        if (pending == LimitSettings.UNLIMITED) {
            return Finding.ok(what + ", and unsent output has no limit");
        }
        what += ", and --max-pending is " + (pending >> 20) + " MB";
        return pending > heap / 2
                ? Finding.warn(what, "choose half of the heap at most, or give Java more with -Xmx")
                : Finding.ok(what);
    }
}
