package io.fluxhero.engine.backtest;

import io.fluxhero.engine.market.BarView;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.Given;
import io.fluxhero.engine.strategy.Mode;
import io.fluxhero.engine.strategy.Signal;
import io.fluxhero.engine.strategy.Strategy;
import io.fluxhero.engine.strategy.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Says anything that a strategy may say: every side, mode, kind of order, target and time limit. */
@SuppressWarnings("EnumOrdinal")
final class RandomTrader implements Strategy {

    private static final List<Mode> MODES = List.of(Mode.values());

    private final long seed;

    RandomTrader(long seed) {
        this.seed = seed;
    }

    @Override
    public String name() {
        return "random";
    }

    @Override
    public List<Signal> onBar(BarView bars) {
        SplittableRandom random = new SplittableRandom(seed + bars.openTime());
        Mode mode = MODES.get(random.nextInt(MODES.size()));
        Side side = random.nextInt(3) > 0 ? Side.LONG : Side.SHORT;
        double close = bars.close();
        List<Signal> signals = new ArrayList<>();
        if (random.nextInt(8) == 0) {
            signals.add(Given.anExit(mode, side, close));
        }
        if (random.nextInt(6) == 0) {
            signals.add(entry(random, mode, side, close));
        }
        return signals;
    }

    private static Signal entry(SplittableRandom random, Mode mode, Side side, double close) {
        double far = side.sign() * close;
        Signal.Entry entry = Given.anEntry(mode, side, close, close - far * random.nextDouble(0.03, 0.08));
        entry = random.nextBoolean() ? entry : entry.withTarget(close + far * random.nextDouble(0.01, 0.1));
        entry = random.nextInt(3) > 0 ? entry : entry.withTimeLimit(1 + random.nextInt(9));
        entry = random.nextInt(3) > 0 ? entry : entry.limitedTo(close - far * 0.01);
        entry = random.nextInt(4) > 0 ? entry : entry.triggeredAt(close + far * 0.005);
        return random.nextInt(4) > 0 ? entry : entry.forTheDay();
    }

    @Override
    public Verdict verdict() {
        return Verdict.missing("chance", Double.NaN, Double.NaN);
    }
}
