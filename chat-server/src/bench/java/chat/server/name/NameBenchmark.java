package chat.server.name;

import chat.bench.Measured;
import chat.common.UserName;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Somebody takes a name while 10,000 people are here, and gives it up again: read, checked, claimed, released. */
public class NameBenchmark extends Measured {
    private static final int PEOPLE = 10_000;

    /** What the name is written in. */
    public enum Script {
        /** ASCII. */
        LATIN("Somebody-"),
        /** Eight letters of two bytes each, most of which look like Latin ones. */
        CYRILLIC("Новосёл-");

        private final String letters;

        Script(String letters) {
            this.letters = letters;
        }
    }

    /** What the name is written in. */
    @Param
    public Script script = Script.LATIN;

    private final NameTable<Object> names = new NameTable<>();
    private final Object me = new Object();
    private int n;

    /** People come in. */
    @Setup
    public void fill() {
        for (int i = 0; i < PEOPLE; i++) {
            names.claim(UserName.of("person" + i), new Object());
        }
    }

    /** One name. */
    @Benchmark
    public boolean takeAndGiveUp() {
        UserName name = UserName.of(script.letters + n++ % PEOPLE);
        boolean taken = !NameRules.isReserved(name)
                && names.inTheWay(name, me).isEmpty()
                && NameRules.problemWith(name) == null
                && names.claim(name, me);
        names.release(name, me, null);
        return taken;
    }
}
