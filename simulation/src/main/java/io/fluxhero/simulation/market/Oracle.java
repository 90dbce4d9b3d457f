package io.fluxhero.simulation.market;

import io.fluxhero.contracts.Message;
import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.indicator.IndicatorsUpdated;
import io.fluxhero.contracts.indicator.Verdict;
import io.fluxhero.contracts.signal.EntrySignalled;
import io.fluxhero.contracts.signal.ExitSignalled;
import io.fluxhero.contracts.signal.Explanation;
import io.fluxhero.contracts.signal.PositionSide;
import io.fluxhero.contracts.signal.StrategyMode;
import io.fluxhero.simulation.world.Chance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A strategy that wants what chance wants, in the words of a real one: many entries, many exits. */
final class Oracle {

    private static final List<StrategyMode> MODES = List.of(StrategyMode.values());
    private static final String STRATEGY = "oracle";
    private static final String CONFIG = "oracle-1";

    private final Plan plan;
    private final Chance chance;
    private @Nullable Wish armed;

    private record Wish(PositionSide side, StrategyMode mode) {}

    Oracle(Plan plan, Chance chance) {
        this.plan = plan;
        this.chance = chance;
    }

    /** What is said about one bar: its signals, and the answer that lists them, in an order that chance chooses. */
    List<Message> on(Market.Bar bar) {
        List<Message> said = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        Wish wish = armed;
        if (wish != null && chance.odds(plan.exitOdds())) {
            String id = "sig-x-" + bar.candleId();
            said.add(exit(bar, id, wish));
            ids.add(id);
            armed = null;
        }
        if (chance.odds(plan.entryOdds())) {
            String id = "sig-e-" + bar.candleId();
            Wish next = new Wish(
                    chance.odds(0.65) ? PositionSide.LONG : PositionSide.SHORT, MODES.get(chance.below(MODES.size())));
            said.add(entry(bar, id, next));
            ids.add(id);
            armed = next;
        }
        said.add(chance.below(said.size() + 1), answer(bar, ids));
        return said;
    }

    private EntrySignalled entry(Market.Bar bar, String id, Wish wish) {
        int away = wish.side() == PositionSide.LONG ? -1 : 1;
        long distance = Math.max(5, Math.round(bar.close() * plan.swing() * (0.3 + chance.unit())));
        BigDecimal stop = Market.money(Math.max(1, bar.close() + away * distance));
        boolean hasTarget = chance.odds(0.3);
        boolean trails = chance.odds(0.5);
        return new EntrySignalled(
                new Meta(id, bar.candleId(), bar.closedAt()),
                id,
                bar.symbol(),
                Plan.TIMEFRAME.code(),
                bar.openTime(),
                wish.side(),
                wish.mode(),
                Market.money(bar.close()),
                stop,
                trails ? new BigDecimal("2.5") : null,
                hasTarget ? Market.money(Math.max(1, bar.close() - away * distance)) : null,
                100_000L,
                null,
                why(bar, wish, wish.side().name(), stop),
                STRATEGY,
                CONFIG);
    }

    private ExitSignalled exit(Market.Bar bar, String id, Wish wish) {
        return new ExitSignalled(
                new Meta(id, bar.candleId(), bar.closedAt()),
                id,
                bar.symbol(),
                Plan.TIMEFRAME.code(),
                bar.openTime(),
                wish.side(),
                wish.mode(),
                Market.money(bar.close()),
                why(bar, wish, "EXIT_" + wish.side().name(), null),
                STRATEGY,
                CONFIG);
    }

    private static Explanation why(Market.Bar bar, Wish wish, String type, @Nullable BigDecimal stop) {
        return new Explanation(
                type,
                wish.mode(),
                "NEUTRAL",
                "NORMAL",
                Market.money(bar.close()),
                null,
                null,
                null,
                null,
                null,
                "chance",
                stop,
                null,
                null,
                null,
                true,
                true,
                "chance",
                "chance");
    }

    private IndicatorsUpdated answer(Market.Bar bar, List<String> ids) {
        BigDecimal atr = Market.money(Math.max(2, Math.round(bar.close() * plan.swing() / 2)));
        return new IndicatorsUpdated(
                new Meta("ind-" + bar.candleId(), bar.candleId(), bar.closedAt()),
                bar.symbol(),
                Plan.TIMEFRAME.code(),
                bar.openTime(),
                Market.money(bar.close()),
                null,
                atr,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "NEUTRAL",
                "NEUTRAL",
                1,
                "NORMAL",
                new Verdict("CHANCE", "chance", null, null, ids),
                CONFIG);
    }
}
