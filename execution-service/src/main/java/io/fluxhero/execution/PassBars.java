package io.fluxhero.execution;

import io.fluxhero.execution.domain.account.Accounts;
import io.fluxhero.execution.domain.account.Standing;
import io.fluxhero.execution.domain.bar.Bar;
import io.fluxhero.execution.domain.bar.BarQueue;
import io.fluxhero.execution.domain.bar.Mark;
import io.fluxhero.execution.domain.bar.Marks;
import io.fluxhero.execution.domain.broker.BrokerReport;
import io.fluxhero.execution.domain.broker.SimulatedMarket;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Bars pass through the simulated market; what it did, the marks and the watermark are stored together. */
@ApplicationScoped
public class PassBars {

    private static final Logger LOG = Logger.getLogger("io.fluxhero.execution.bars");
    private static final int AT_ONCE = 500;

    private final ExecutionConfig config;
    private final Transactions transactions;
    private final Accounts accounts;
    private final BarQueue queue;
    private final Marks marks;
    private final TakeReports takeReports;
    private final FillsOut fills;
    private final SimulatedMarket market;

    @SuppressWarnings("TooManyParameters") // what it reads, what it writes
    public PassBars(
            ExecutionConfig config,
            Transactions transactions,
            Accounts accounts,
            BarQueue queue,
            Marks marks,
            TakeReports takeReports,
            FillsOut fills,
            SimulatedMarket market) {
        this.config = config;
        this.transactions = transactions;
        this.accounts = accounts;
        this.queue = queue;
        this.marks = marks;
        this.takeReports = takeReports;
        this.fills = fills;
        this.market = market;
    }

    /** Lets the bars of one time pass. A bar that passed before a crash passes again, and nothing happens twice. */
    void pass(List<Bar> bars, long cursor) {
        List<BrokerReport> told = whole(market.pass(bars, cursor, AT_ONCE));
        transactions.run(() -> settle(bars, told));
    }

    private List<BrokerReport> whole(List<BrokerReport> first) {
        List<BrokerReport> all = new ArrayList<>(first);
        int last = first.size();
        while (last == AT_ONCE) {
            List<BrokerReport> more = market.reportsAfter(all.getLast().sequence(), AT_ONCE);
            all.addAll(more);
            last = more.size();
        }
        return all;
    }

    private void settle(List<Bar> bars, List<BrokerReport> told) {
        Standing standing = takeReports
                .take(accounts.lock(config.account()), told)
                .marketAt(bars.getFirst().closedAt());
        marks.settle(bars.stream()
                .map(bar -> new Mark(bar.symbol(), bar.timeframe(), bar.openTime(), bar.close()))
                .toList());
        fills.settled(config.account(), bars);
        queue.remove(bars);
        accounts.save(
                config.account(),
                standing.with(standing.lockstep().settledAt(bars.getFirst().openTime())));
    }
}
