package io.fluxhero.simulation.market;

import io.fluxhero.contracts.Ids;
import io.fluxhero.contracts.Message;
import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.candle.CandleClosed;
import io.fluxhero.contracts.candle.CandleCorrected;
import io.fluxhero.simulation.log.Topics;
import io.fluxhero.simulation.world.Chance;
import io.fluxhero.simulation.world.Fault;
import io.fluxhero.simulation.world.Faults;
import io.fluxhero.simulation.world.World;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The feed: bars of every symbol in their time, some twice, late, corrected or not at all. */
public final class Market {

    private static final int LATEST_MILLIS = 400;
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final Plan plan;
    private final World world;
    private final Topics topics;
    private final Faults faults;
    private final List<Line> lines = new ArrayList<>();

    /** One symbol: its price, and the strategy that watches it. */
    private static final class Line {

        private final String symbol;
        private final Chance chance;
        private final Oracle oracle;
        private long cents;
        private long spokenUntil;

        Line(String symbol, Chance chance, Oracle oracle) {
            this.symbol = symbol;
            this.chance = chance;
            this.oracle = oracle;
            this.cents = chance.between(2_000, 20_000);
        }
    }

    /** A bar in cents. */
    record Bar(String symbol, int index, String candleId, long open, long high, long low, long close, long volume) {

        Instant openTime() {
            return Instant.ofEpochMilli(World.BEGINNING).plusSeconds((long) index * Plan.TIMEFRAME.seconds());
        }

        Instant closedAt() {
            return openTime().plusSeconds(Plan.TIMEFRAME.seconds());
        }
    }

    public Market(Plan plan, World world, Topics topics) {
        this.plan = plan;
        this.world = world;
        this.topics = topics;
        this.faults = world.faults();
        for (String symbol : plan.symbols()) {
            Chance chance = world.chance().about("market/" + symbol);
            lines.add(new Line(symbol, chance, new Oracle(plan, chance.about("oracle"))));
        }
    }

    /** Money in cents as messages carry it. */
    static BigDecimal money(long cents) {
        return BigDecimal.valueOf(cents).multiply(CENT).stripTrailingZeros();
    }

    /** Puts the whole day on the agenda. */
    public void open() {
        for (int i = 0; i < plan.bars(); i++) {
            int index = i;
            world.agenda().in((i + 1) * plan.spacingMillis(), () -> lines.forEach(line -> pass(line, index)));
        }
    }

    private void pass(Line line, int index) {
        Bar bar = next(line, index);
        boolean isLast = index >= plan.bars() - 2;
        if (!isLast && faults.strikes(Fault.MISSING_CANDLE)) {
            return;
        }
        CandleClosed candle = candle(bar);
        long delay = 1L + line.chance.below(LATEST_MILLIS);
        if (!isLast && faults.strikes(Fault.LATE_CANDLE)) {
            send(delay + plan.spacingMillis() * 2, io.fluxhero.contracts.Topics.CANDLES, candle);
            return;
        }
        send(delay, io.fluxhero.contracts.Topics.CANDLES, candle);
        if (faults.strikes(Fault.DUPLICATE_CANDLE)) {
            send(delay + line.chance.below(2_000), io.fluxhero.contracts.Topics.CANDLES, candle);
        }
        if (faults.strikes(Fault.CORRECTED_CANDLE)) {
            CandleCorrected corrected = corrected(bar);
            send(delay + line.chance.below(90_000), io.fluxhero.contracts.Topics.CANDLES, corrected);
        }
        answer(line, bar, delay);
    }

    /** The strategy answers bars of one symbol in their order. */
    private void answer(Line line, Bar bar, long candleDelay) {
        long delay = candleDelay + 1 + line.chance.below(LATEST_MILLIS);
        if (faults.strikes(Fault.LATE_SIGNAL)) {
            delay += 2_000 + line.chance.below(120_000);
        }
        long at = Math.max(line.spokenUntil, world.agenda().now() + delay);
        line.spokenUntil = at + 1;
        for (Message said : line.oracle.on(bar)) {
            String topic = said instanceof io.fluxhero.contracts.indicator.IndicatorMessage
                    ? io.fluxhero.contracts.Topics.INDICATORS
                    : io.fluxhero.contracts.Topics.SIGNALS;
            send(at - world.agenda().now(), topic, said);
        }
    }

    private void send(long delay, String topic, Message message) {
        world.agenda().in(delay, () -> topics.append(topic, message));
    }

    private Bar next(Line line, int index) {
        long open = moved(line.cents, line.chance, plan.swing() / 3);
        long close = moved(open, line.chance, plan.swing());
        long high = moved(Math.max(open, close), line.chance, plan.swing() / 2, 1);
        long low = moved(Math.min(open, close), line.chance, plan.swing() / 2, -1);
        line.cents = close;
        return new Bar(
                line.symbol,
                index,
                "cnd-" + line.symbol + '-' + index,
                open,
                high,
                low,
                close,
                line.chance.between(500, 20_000));
    }

    private static long moved(long cents, Chance chance, double most) {
        return Math.max(100, Math.round(cents * (1 + most * (2 * chance.unit() - 1))));
    }

    private static long moved(long cents, Chance chance, double most, int sign) {
        return Math.max(100, Math.round(cents * (1 + sign * most * chance.unit())));
    }

    private static CandleClosed candle(Bar bar) {
        return new CandleClosed(
                new Meta(bar.candleId(), bar.candleId(), bar.closedAt()),
                bar.symbol(),
                Plan.TIMEFRAME.code(),
                bar.openTime(),
                money(bar.open()),
                money(bar.high()),
                money(bar.low()),
                money(bar.close()),
                bar.volume(),
                "model",
                null,
                null);
    }

    private static CandleCorrected corrected(Bar bar) {
        return new CandleCorrected(
                new Meta(Ids.derive("cnd", bar.candleId(), 1), bar.candleId(), bar.closedAt()),
                bar.symbol(),
                Plan.TIMEFRAME.code(),
                bar.openTime(),
                1,
                money(bar.open()),
                money(bar.high() + 1),
                money(bar.low()),
                money(bar.close()),
                bar.volume(),
                "model");
    }
}
