package io.fluxhero.execution;

import io.fluxhero.contracts.order.BarDecided;
import io.fluxhero.execution.domain.bar.Accounts;
import io.fluxhero.execution.domain.bar.Bar;
import io.fluxhero.execution.domain.bar.BarQueue;
import io.fluxhero.execution.domain.bar.Lockstep;
import io.fluxhero.execution.domain.bar.Mark;
import io.fluxhero.execution.domain.bar.Marks;
import io.fluxhero.execution.domain.broker.SimulatedMarket;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Lets waiting bars pass through the simulated market, as far as risk has decided. */
@ApplicationScoped
public class AdvanceBars {

    private static final Logger LOG = Logger.getLogger("io.fluxhero.execution.bars");

    private final ExecutionConfig config;
    private final Accounts accounts;
    private final BarQueue queue;
    private final Marks marks;
    private final SimulatedMarket market;
    private final RecordReports reports;
    private final FillsOut fills;

    AdvanceBars(
            ExecutionConfig config,
            Accounts accounts,
            BarQueue queue,
            Marks marks,
            SimulatedMarket market,
            RecordReports reports,
            FillsOut fills) {
        this.config = config;
        this.accounts = accounts;
        this.queue = queue;
        this.marks = marks;
        this.market = market;
        this.reports = reports;
        this.fills = fills;
    }

    /** Risk has decided a bar time: the next may pass. */
    public void on(BarDecided decided) {
        Lockstep before = accounts.lock(config.account());
        Lockstep now = before.decidedUpTo(decided.barTime());
        save(before, now.advance(queue, this::settle));
    }

    void from(Lockstep lockstep) {
        save(lockstep, lockstep.advance(queue, this::settle));
    }

    private void save(Lockstep before, Lockstep after) {
        if (!after.equals(before)) {
            accounts.save(config.account(), after);
        }
    }

    private void settle(List<Bar> bars) {
        for (Bar bar : bars) {
            reports.all(market.pass(bar), bar.closedAt());
            marks.settle(new Mark(bar.symbol(), bar.timeframe(), bar.openTime(), bar.close()));
            fills.settled(config.account(), bar);
            LOG.debugf("bar.settled symbol=%s time=%s close=%s", bar.symbol(), bar.openTime(), bar.close());
        }
    }
}
