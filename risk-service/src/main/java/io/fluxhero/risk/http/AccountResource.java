package io.fluxhero.risk.http;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.risk.RiskConfig;
import io.fluxhero.risk.ReadAccount;
import io.fluxhero.risk.domain.account.AccountFigures;
import io.fluxhero.risk.domain.account.RiskSettings;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Path("/internal")
@Produces(MediaType.APPLICATION_JSON)
class AccountResource {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String PERCENT = "percent";

    private final ReadAccount readAccount;
    private final RiskSettings settings;

    AccountResource(ReadAccount readAccount, RiskSettings settings) {
        this.readAccount = readAccount;
        this.settings = settings;
    }

    /** The account; money in dollars, {@code _pct} in percent. */
    record AccountView(
            String account,
            BigDecimal equity,
            BigDecimal cash,
            BigDecimal buyingPower,
            BigDecimal totalPnl,
            BigDecimal dailyPnl,
            BigDecimal dailyPnlPct,
            int numPositions,
            BigDecimal exposure,
            BigDecimal exposurePct,
            BigDecimal drawdownPct,
            BigDecimal peakEquity,
            BigDecimal openRisk,
            BigDecimal initialCapital,
            String tradingStatus,
            @Nullable String haltReason,
            @Nullable String haltTrigger,
            @Nullable Instant haltedAt,
            @Nullable String haltedBy,
            long epoch,
            @Nullable Instant asOf,
            String configHash) {}

    /** A limit and how much of it is used. */
    record LimitView(String name, BigDecimal value, BigDecimal limit, String unit) {}

    @GET
    @Path("/account")
    public AccountView account() {
        ReadAccount.Snapshot snapshot = readAccount.now();
        AccountState state = snapshot.account().state();
        AccountFigures figures = snapshot.figures();
        return new AccountView(
                snapshot.account().name(),
                money(figures.equity()),
                money(figures.cash()),
                money(figures.buyingPower()),
                money(figures.totalPnl()),
                money(figures.dailyPnl()),
                figures.dailyPnlPct(),
                figures.openPositions(),
                money(figures.exposure()),
                figures.exposurePct(),
                figures.drawdownPct(),
                money(figures.peakEquity()),
                money(figures.openRisk()),
                money(figures.initialCapital()),
                state.status().name(),
                state.haltReason(),
                state.haltTrigger(),
                snapshot.account().latch().haltedAt(),
                snapshot.account().latch().haltedBy(),
                snapshot.account().latch().epoch(),
                snapshot.account().decidedUpTo(),
                settings.limits().hash());
    }

    @GET
    @Path("/limits")
    public List<LimitView> limits() {
        AccountFigures figures = readAccount.now().figures();
        RiskConfig limits = settings.limits();
        return List.of(
                new LimitView(
                        "largest_position", figures.largestPositionPct(), percent(limits.maxPositionRatio()), PERCENT),
                new LimitView("total_exposure", figures.exposurePct(), percent(limits.maxExposureRatio()), PERCENT),
                new LimitView(
                        "open_positions",
                        BigDecimal.valueOf(figures.openPositions()),
                        BigDecimal.valueOf(limits.maxOpenPositions()),
                        "positions"),
                new LimitView("drawdown", figures.drawdownPct().abs(), percent(limits.drawdownHalt()), PERCENT),
                new LimitView(
                        "daily_loss",
                        figures.dailyPnlPct().negate().max(BigDecimal.ZERO),
                        percent(limits.dailyLossHalt()),
                        PERCENT));
    }

    private static BigDecimal money(long micros) {
        return Micros.toDecimal(micros);
    }

    private static BigDecimal percent(double ratio) {
        return BigDecimal.valueOf(ratio).multiply(HUNDRED);
    }
}
