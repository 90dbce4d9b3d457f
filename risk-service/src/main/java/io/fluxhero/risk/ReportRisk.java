package io.fluxhero.risk;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.TradingCalendar;
import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.engine.risk.RiskReport;
import io.fluxhero.engine.strategy.Mode;
import io.fluxhero.engine.strategy.ModePerformance;
import io.fluxhero.engine.strategy.ModeWeights;
import io.fluxhero.risk.domain.account.Account;
import io.fluxhero.risk.domain.account.Accounts;
import io.fluxhero.risk.domain.account.RiskSettings;
import io.fluxhero.risk.domain.record.AlertRecord;
import io.fluxhero.risk.domain.record.DailyReport;
import io.fluxhero.risk.domain.record.DailyReport.Correlations;
import io.fluxhero.risk.domain.record.DailyReport.Largest;
import io.fluxhero.risk.domain.record.DailyReport.ModeReport;
import io.fluxhero.risk.domain.record.DailyReports;
import io.fluxhero.risk.domain.record.Records;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The daily risk report: before the session and after it, and whenever someone asks. */
@ApplicationScoped
public class ReportRisk {

    private static final Logger LOG = Logger.getLogger(ReportRisk.class);
    private static final int MOST_ALERTS = 10;
    private static final double PERCENT = 100;

    private final Accounts accounts;
    private final AccountDesk desk;
    private final Records records;
    private final DailyReports reports;
    private final RiskSettings settings;
    private final Clock clock;
    private final Transactions transactions;

    ReportRisk(
            Accounts accounts,
            AccountDesk desk,
            Records records,
            DailyReports reports,
            RiskSettings settings,
            Clock clock,
            Transactions transactions) {
        this.accounts = accounts;
        this.desk = desk;
        this.records = records;
        this.reports = reports;
        this.settings = settings;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** The report of this moment. */
    public DailyReport now() {
        return transactions.call(this::taken);
    }

    private DailyReport taken() {
        Account account = accounts.read();
        return report(account, desk.portfolioOf(account), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** Those that were kept, newest first. */
    public List<DailyReport> kept(int limit) {
        return transactions.call(() -> reports.newest(limit));
    }

    /** Keeps the report of this moment, on days with a session. */
    public void keep() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), TradingCalendar.NEW_YORK);
        if (TradingCalendar.nyse().sessionOn(today).isEmpty()) {
            return;
        }
        DailyReport report = transactions.call(() -> {
            DailyReport taken = taken();
            reports.keep(taken);
            return taken;
        });
        LOG.infof(
                "risk.reported equity=%s drawdown=%s%% exposure=%s%% worstCase=%s status=%s",
                report.equity(),
                report.drawdownPct(),
                report.exposurePct(),
                report.worstCase(),
                report.tradingStatus());
    }

    private DailyReport report(Account account, Portfolio portfolio, Instant now) {
        AccountState state = account.state();
        RiskReport risk = RiskReport.of(
                settings.limits(),
                Math.max(state.peakEquityMicros(), portfolio.equityMicros()),
                portfolio.equityMicros(),
                state.positions(),
                state.marksMicros());
        LocalDate session = state.sessionDay() == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(state.sessionDay());
        return new DailyReport(
                now,
                account.name(),
                session,
                money(risk.equityMicros()),
                money(state.cashMicros()),
                money(risk.peakMicros()),
                money(risk.drawdownMicros()),
                percent(risk.drawdown()),
                risk.level().name(),
                risk.positions(),
                money(risk.exposureMicros()),
                percent(risk.exposureRatio()),
                money(risk.riskDeployedMicros()),
                money(risk.worstCaseMicros()),
                money(risk.gapCaseMicros()),
                risk.largest()
                        .map(most -> new Largest(most.symbol(), money(most.valueMicros()), percent(most.ratio())))
                        .orElse(null),
                state.status().name(),
                state.haltTrigger(),
                BigDecimal.valueOf(settings.limits().sizeFactor(state.status())),
                BigDecimal.valueOf(settings.limits().trendStopAtr(state.status())),
                modes(state.modeWeights()),
                correlations(portfolio),
                alerts(session, now));
    }

    private static List<ModeReport> modes(ModeWeights weights) {
        return List.of(
                mode(Mode.TREND, weights.trend(), weights.trendSince()),
                mode(Mode.MEAN_REVERSION, weights.meanReversion(), weights.meanReversionSince()));
    }

    private static ModeReport mode(Mode mode, double weight, ModePerformance since) {
        return new ModeReport(
                mode.name(),
                BigDecimal.valueOf(weight),
                since.trades(),
                since.wins(),
                since.losses(),
                percent(since.winRate()),
                rounded(since.totalPnl()),
                ExplainOrder.decimal(since.sharpePerTrade()),
                percent(since.maxEquityDrawdown()));
    }

    private Correlations correlations(Portfolio portfolio) {
        List<String> symbols = List.copyOf(settings.symbols());
        List<List<@Nullable BigDecimal>> values = new ArrayList<>();
        for (String one : symbols) {
            List<@Nullable BigDecimal> row = new ArrayList<>();
            for (String other : symbols) {
                row.add(one.equals(other) ? BigDecimal.ONE : ExplainOrder.decimal(portfolio.correlation(one, other)));
            }
            values.add(row);
        }
        return new Correlations(symbols, values);
    }

    private List<AlertRecord> alerts(@Nullable LocalDate session, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, TradingCalendar.NEW_YORK);
        return records.alerts(MOST_ALERTS, null).stream()
                .filter(alert -> {
                    LocalDate day = LocalDate.ofInstant(alert.occurredAt(), TradingCalendar.NEW_YORK);
                    return day.equals(today) || day.equals(session);
                })
                .toList();
    }

    private static BigDecimal money(long micros) {
        return ExplainOrder.plain(Micros.toDecimal(micros));
    }

    private static BigDecimal percent(double ratio) {
        return rounded(ratio * PERCENT);
    }

    private static BigDecimal rounded(double value) {
        return Objects.requireNonNullElse(ExplainOrder.decimal(value), BigDecimal.ZERO);
    }
}
