package io.fluxhero.execution.paper;

import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.execution.ExecutionConfig;
import io.fluxhero.execution.Transactions;
import io.fluxhero.execution.domain.broker.PaperLedger;
import io.fluxhero.execution.domain.broker.SimulatedMarket;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the paper broker of the configured account, and lets nothing start on terms that make no sense. */
@ApplicationScoped
class PaperSetup {

    @Produces
    @Singleton
    @Startup
    PaperTerms terms(ExecutionConfig config) {
        ExecutionConfig.Paper paper = config.paper();
        CostModel costs = new CostModel(
                paper.commissionPerShare(),
                paper.slippageRatio(),
                paper.impactThreshold(),
                paper.impactRatio(),
                paper.maxVolumeRatio());
        if (paper.hourlyClose()) {
            HourlyEntries.requireWithinTheHour(config.timeframe());
        }
        return new PaperTerms(
                config.account(),
                paper.initialCapital(),
                costs,
                paper.spreadBps(),
                paper.latency(),
                paper.hourlyClose());
    }

    @Produces
    @ApplicationScoped
    SimulatedMarket broker(PaperTerms terms, Transactions transactions, PaperLedger ledger) {
        return new PaperBroker(transactions, ledger, terms);
    }
}
