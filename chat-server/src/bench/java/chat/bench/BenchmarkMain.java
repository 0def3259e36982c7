package chat.bench;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Runs the benchmarks with JMH's own arguments, and sums up what is best compared. */
public final class BenchmarkMain {
    private BenchmarkMain() {}

    /**
     * Runs all benchmarks, or those that the arguments name.
     *
     * @param args as JMH takes them; {@code -h} lists them
     */
    public static void main(String[] args) throws CommandLineOptionException, RunnerException, IOException {
        CommandLineOptions options = new CommandLineOptions(args);
        Runner runner = new Runner(options);
        if (options.shouldHelp()) {
            options.showHelp();
        } else if (options.shouldList()) {
            runner.list();
        } else {
            sumUp(runner.run());
        }
    }

    /** The fastest iteration is the one that other programs disturbed least; the mean has them all in it. */
    private static void sumUp(Collection<RunResult> results) {
        Map<String, Double> fastest = new TreeMap<>();
        for (RunResult result : results) {
            double nanos = result.getPrimaryResult().getStatistics().getMin();
            fastest.put(name(result.getParams()), nanos);
        }
        System.out.printf("%nThe fastest iteration of each:%n");
        fastest.forEach((name, nanos) -> System.out.printf("%10.1f ns  %s%n", nanos, name));
        compare(fastest, "RoundBenchmark.one");
        compare(fastest, "RoundBenchmark.sixteen");
    }

    private static String name(BenchmarkParams params) {
        StringBuilder name = new StringBuilder(params.getBenchmark());
        name.delete(0, name.lastIndexOf(".", name.lastIndexOf(".") - 1) + 1);
        params.getParamsKeys().forEach(key -> name.append(' ').append(params.getParam(key)));
        return name.toString();
    }

    private static void compare(Map<String, Double> fastest, String round) {
        Double ours = fastest.get(round);
        Double naive = fastest.get("RoundBenchmark.naive");
        if (ours != null && naive != null) {
            System.out.printf("A delivery by %s costs %.3f of a naive one.%n", round, ours / naive);
        }
    }
}
