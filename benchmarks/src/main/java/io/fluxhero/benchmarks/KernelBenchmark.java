package io.fluxhero.benchmarks;

import io.fluxhero.engine.market.CandleSeries;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Nanoseconds and bytes per bar of the kernels, by JMH. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class KernelBenchmark {

    private static final int BARS = 100_000;

    private OurEngine engine = new OurEngine(new CandleSeries());

    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(KernelBenchmark.class.getSimpleName())
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
    }

    @Setup
    public void bars() {
        engine = new OurEngine(Market.bars(BARS));
    }

    @Benchmark
    @OperationsPerInvocation(BARS)
    public double suite() {
        return engine.suite();
    }

    @Benchmark
    @OperationsPerInvocation(BARS)
    public double strategyBarByBar() {
        return engine.stream();
    }

    @Benchmark
    @OperationsPerInvocation(BARS)
    public double strategyOverColumns() {
        return engine.batch();
    }

    @Benchmark
    @OperationsPerInvocation(BARS)
    public double backtest() {
        return engine.backtest();
    }
}
