package io.fluxhero.risk;

import io.fluxhero.contracts.Ids;
import io.fluxhero.contracts.Meta;
import io.fluxhero.contracts.portfolio.PortfolioUpdated;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.risk.domain.account.AccountFigures;
import io.fluxhero.risk.domain.account.RiskSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;

/** Shows the account to the others after something has changed it. */
@ApplicationScoped
class PublishAccount {

    private final Dispatch dispatch;
    private final RiskSettings settings;

    PublishAccount(Dispatch dispatch, RiskSettings settings) {
        this.dispatch = dispatch;
        this.settings = settings;
    }

    void after(Occasion occasion, Portfolio portfolio) {
        AccountState state = portfolio.state();
        AccountFigures figures = AccountFigures.of(portfolio);
        dispatch.send(List.of(new PortfolioUpdated(
                new Meta(
                        Ids.derive("msg", "portfolio-updated", settings.account(), occasion.cause()),
                        occasion.correlationId(),
                        occasion.occurredAt()),
                settings.account(),
                occasion.barTime(),
                money(figures.equity()),
                money(figures.cash()),
                money(figures.exposure()),
                ExplainOrder.plain(figures.exposurePct()),
                money(figures.peakEquity()),
                ExplainOrder.plain(figures.drawdownPct()),
                money(figures.dailyPnl()),
                ExplainOrder.plain(figures.dailyPnlPct()),
                money(figures.openRisk()),
                figures.openPositions(),
                state.status().name(),
                state.haltReason())));
    }

    private static BigDecimal money(long micros) {
        return ExplainOrder.plain(Micros.toDecimal(micros));
    }
}
