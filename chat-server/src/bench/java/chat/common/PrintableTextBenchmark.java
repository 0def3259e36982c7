package chat.common;

import chat.bench.Measured;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** Cleaning a line before anybody may see it. */
public class PrintableTextBenchmark extends Measured {
    /** What the line is made of; each kind is 80 characters long. */
    public enum Kind {
        /** ASCII: nearly every line. */
        PLAIN(TEXT),
        /** Chinese and emoji; the first emoji begins the slow path. */
        WORLD("今天早上的构建通过了吗？\uD83D\uDE80\uD83D\uDE80".repeat(5)),
        /** Escape sequences, C1 controls, overrides and lone surrogates. */
        HOSTILE("\u001b[2J\u009b1m\u202egpj\ud800 \u0007".repeat(6).substring(0, 80));

        private final String line;

        Kind(String line) {
            this.line = line;
        }
    }

    /** What is typed. */
    @Param
    public Kind kind = Kind.PLAIN;

    /** One line. */
    @Benchmark
    public String clean() {
        return PrintableText.clean(kind.line);
    }
}
