package io.fluxhero.execution.paper;

import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.execution.ExecutionConfig;
import io.fluxhero.execution.Transactions;
import io.fluxhero.execution.domain.broker.PaperLedger;
import io.fluxhero.execution.domain.broker.SimulatedMarket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Makes the paper broker of the configured account. */
@ApplicationScoped
class PaperSetup {

    @Produces
    @ApplicationScoped
    SimulatedMarket broker(ExecutionConfig config, Transactions transactions, PaperLedger ledger) {
        ExecutionConfig.Paper paper = config.paper();
        CostModel costs = new CostModel(
                paper.commissionPerShare(),
                paper.slippageRatio(),
                paper.impactThreshold(),
                paper.impactRatio(),
                paper.maxVolumeRatio());
        return new PaperBroker(transactions, ledger, new PaperTerms(config.account(), paper.initialCapital(), costs));
    }
}
