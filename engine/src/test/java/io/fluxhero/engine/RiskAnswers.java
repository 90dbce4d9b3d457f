package io.fluxhero.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxhero.engine.Vectors.Vector;
import io.fluxhero.engine.VectorsTest.Answer;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Side;
import io.fluxhero.engine.risk.AccountState;
import io.fluxhero.engine.risk.Concentration;
import io.fluxhero.engine.risk.CorrelationRules;
import io.fluxhero.engine.risk.Decision;
import io.fluxhero.engine.risk.DrawdownBreaker;
import io.fluxhero.engine.risk.EquityPeak;
import io.fluxhero.engine.risk.Given;
import io.fluxhero.engine.risk.Portfolio;
import io.fluxhero.engine.risk.PreTradeCheck;
import io.fluxhero.engine.risk.ReturnCorrelation;
import io.fluxhero.engine.risk.RiskConfig;
import io.fluxhero.engine.risk.RiskReport;
import io.fluxhero.engine.risk.TradingStatus;
import io.fluxhero.engine.strategy.Mode;
import io.fluxhero.engine.strategy.Stops;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the vectors of limits, breakers and sizes are put to our classes. */
final class RiskAnswers {

    static final Map<String, Answer> ALL = Map.ofEntries(
            Map.entry("limits_size", RiskAnswers::limitsSize),
            Map.entry("limits_position", RiskAnswers::limitsPosition),
            Map.entry("limits_stop", RiskAnswers::limitsStop),
            Map.entry("limits_portfolio", RiskAnswers::limitsPortfolio),
            Map.entry("limits_new_position", RiskAnswers::limitsNewPosition),
            Map.entry("price_correlation", vector -> ReturnCorrelation.of(vector.numbers("a"), vector.numbers("b"))),
            Map.entry("equity_tracker", RiskAnswers::equityTracker),
            Map.entry("risk_metrics", RiskAnswers::riskMetrics),
            Map.entry("circuit_breaker", RiskAnswers::circuitBreaker),
            Map.entry("status_multipliers", RiskAnswers::statusMultipliers),
            Map.entry("position_values", RiskAnswers::positionValues),
            Map.entry("daily_loss_switch", RiskAnswers::dailyLossSwitch),
            Map.entry("concentration", RiskAnswers::concentration),
            Map.entry("position_sizer", RiskAnswers::positionSizer));

    private static final RiskConfig CONFIG = RiskConfig.defaults();

    private RiskAnswers() {}

    /** The usual limits with what the vector sets otherwise; its short series of prices must say something. */
    private static RiskConfig config(JsonNode set) {
        CorrelationRules usual = CorrelationRules.defaults();
        return new RiskConfig(
                set.path("max_risk_pct_trend").asDouble(CONFIG.riskPerTradeTrend()),
                set.path("max_risk_pct_mean_rev").asDouble(CONFIG.riskPerTradeMeanReversion()),
                CONFIG.neutralSizeFactor(),
                set.path("max_position_size_pct").asDouble(CONFIG.maxPositionRatio()),
                set.path("max_total_exposure_pct").asDouble(CONFIG.maxExposureRatio()),
                set.path("max_open_positions").asInt(CONFIG.maxOpenPositions()),
                CONFIG.drawdownWarning(),
                CONFIG.drawdownRecovery(),
                CONFIG.drawdownHalt(),
                CONFIG.reducedSizeFactor(),
                set.path("trend_stop_atr_multiplier").asDouble(CONFIG.trendStopAtr()),
                CONFIG.reducedTrendStopAtr(),
                CONFIG.dailyLossHalt(),
                CONFIG.concentrationHalt(),
                new CorrelationRules(
                        set.path("correlation_threshold").asDouble(usual.sizeReductionAbove()),
                        set.path("correlation_size_reduction").asDouble(usual.sizeFactor()),
                        usual.windowReturns(),
                        2,
                        usual.alertAbove(),
                        false),
                true);
    }

    private static PreTradeCheck check(Vector vector) {
        return new PreTradeCheck(config(vector.inputs().path("config")), RiskAccounts.account(vector));
    }

    private static PreTradeCheck.Proposal proposal(Vector vector) {
        JsonNode given = vector.inputs();
        double entry = given.path("entry").asDouble(given.path("new_value").asDouble());
        double stop = Series.number(given.path("stop"));
        String name = given.path("strategy").asText("TREND");
        Mode mode = name.startsWith("TREND") ? Mode.TREND : Mode.valueOf(name);
        return new PreTradeCheck.Proposal(
                "NEW",
                stop > entry ? Side.SHORT : Side.LONG,
                mode,
                entry,
                stop,
                given.path("shares").asLong(1));
    }

    private static Object limitsSize(Vector vector) {
        return (double) check(vector).sizeByRisk(proposal(vector));
    }

    private static Object limitsPosition(Vector vector) {
        return check(vector).position(proposal(vector)).code();
    }

    private static Object limitsPortfolio(Vector vector) {
        return check(vector).portfolio(proposal(vector)).code();
    }

    private static Object limitsNewPosition(Vector vector) {
        PreTradeCheck.Answer answer = check(vector).newPosition(proposal(vector));
        return Map.of("code", answer.code(), "shares", (double) answer.shares());
    }

    private static Object limitsStop(Vector vector) {
        RiskConfig config = config(vector.inputs().path("config"));
        double entry = vector.number("entry");
        Side side = vector.number("side") > 0 ? Side.LONG : Side.SHORT;
        String strategy = vector.inputs().get("strategy").asText();
        return strategy.startsWith("TREND")
                ? Stops.byRange(entry, side, vector.number("atr"), config.trendStopAtr())
                : Stops.fixed(
                        entry,
                        side,
                        vector.inputs().path("config").path("mean_rev_stop_pct").asDouble(0.03));
    }

    private static Object equityTracker(Vector vector) {
        EquityPeak peak = new EquityPeak(Micros.of(vector.number("initial")));
        double[] updates = vector.numbers("updates");
        double[][] rows = new double[updates.length][];
        for (int i = 0; i < rows.length; i++) {
            long equity = Micros.of(updates[i]);
            peak.see(equity);
            rows[i] = new double[] {peak.drawdown(equity), Micros.toDouble(peak.micros())};
        }
        return rows;
    }

    private static Object riskMetrics(Vector vector) {
        RiskReport report = RiskReport.of(
                CONFIG,
                Micros.of(vector.number("peak")),
                Micros.of(vector.number("equity")),
                RiskAccounts.positions(vector.inputs()),
                RiskAccounts.marks(vector.inputs()));
        Map<String, Object> answer = new TreeMap<>();
        answer.put("drawdown", Micros.toDouble(report.drawdownMicros()));
        answer.put("drawdown_pct", report.drawdown());
        answer.put("level", report.level().name());
        answer.put("positions", (double) report.positions());
        answer.put("exposure", Micros.toDouble(report.exposureMicros()));
        answer.put("exposure_pct", report.exposureRatio());
        answer.put("risk_deployed", Micros.toDouble(report.riskDeployedMicros()));
        answer.put("worst_case_loss", Micros.toDouble(report.worstCaseMicros()));
        answer.put(
                "largest_position", report.largest().map(RiskAnswers::largest).orElse(null));
        return answer;
    }

    private static Object largest(RiskReport.Largest largest) {
        return Map.of(
                "symbol", largest.symbol(), "value", Micros.toDouble(largest.valueMicros()), "pct", largest.ratio());
    }

    /** The breaker alone; that an account is traded small for a session after the review is the portfolio's rule. */
    private static Object circuitBreaker(Vector vector) {
        DrawdownBreaker breaker = new DrawdownBreaker(CONFIG);
        TradingStatus status = TradingStatus.ACTIVE;
        List<Object> steps = new ArrayList<>();
        for (JsonNode step : vector.inputs().get("sequence")) {
            status = step.isTextual() ? breaker.afterHalt(0) : breaker.next(status, step.asDouble());
            steps.add(List.of(status.name(), status == TradingStatus.DISABLED));
        }
        return steps;
    }

    private static Object statusMultipliers(Vector vector) {
        TradingStatus status =
                TradingStatus.valueOf(vector.inputs().get("status").asText());
        return Map.of("size", CONFIG.sizeFactor(status), "stop_atr", CONFIG.trendStopAtr(status));
    }

    private static Object positionValues(Vector vector) {
        AccountState.Position held = RiskAccounts.position(vector.inputs());
        long current = Micros.of(vector.number("current"));
        return Map.of(
                "market_value", Micros.toDouble(held.valueMicros(current)),
                "unrealized_pnl", Micros.toDouble(held.gainMicros(current)),
                "risk_amount", Micros.toDouble(-held.gainMicros(held.stopMicros())));
    }

    private static Object concentration(Vector vector) {
        Map<String, Long> values = new TreeMap<>();
        vector.inputs()
                .get("values")
                .properties()
                .forEach(
                        row -> values.put(row.getKey(), Micros.of(row.getValue().asDouble())));
        return Concentration.reached(values, Micros.of(vector.number("equity")), CONFIG.concentrationHalt());
    }

    private static Object dailyLossSwitch(Vector vector) {
        double start = vector.number("session_start");
        Portfolio portfolio = Given.anAccountWith(start);
        long day = 1;
        double profit = 0;
        List<Object> answers = new ArrayList<>();
        for (JsonNode event : vector.inputs().get("events")) {
            switch (event.asText()) {
                case "RESET" -> portfolio.resume("reset");
                case "NEW_SESSION" -> {
                    day++;
                    start += profit;
                    profit = 0;
                    portfolio = atProfit(portfolio, start, day);
                }
                default -> {
                    profit = event.asDouble();
                    portfolio = atProfit(portfolio, start + profit, day);
                }
            }
            answers.add(portfolio.state().status() == TradingStatus.DISABLED ? "BLOCKED" : "OPEN");
        }
        return answers;
    }

    /** The same account with this equity, seen at one more close. */
    private static Portfolio atProfit(Portfolio before, double equity, long day) {
        AccountState state = before.state();
        Portfolio after = Portfolio.restored(
                CONFIG,
                Given.IDS,
                new AccountState(
                        Micros.of(equity),
                        state.initialCashMicros(),
                        state.baseMicros(),
                        0,
                        state.peakEquityMicros(),
                        state.sessionDay(),
                        state.sessionOpenEquityMicros(),
                        state.lastEquityMicros(),
                        0,
                        state.status(),
                        state.haltTrigger(),
                        state.haltReason(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        Map.of(),
                        false,
                        state.modeWeights(),
                        Map.of()));
        after.onBars(day, day, List.of());
        return after;
    }

    private static Object positionSizer(Vector vector) {
        JsonNode given = vector.inputs().get("account");
        double entry = vector.number("entry");
        double stop = vector.number("stop");
        double sessionStart = given.get("session_start").asDouble();
        Portfolio portfolio = Portfolio.restored(CONFIG, Given.IDS, RiskAccounts.deployed(given, sessionStart));
        portfolio.onBars(1, 1, List.of());
        Side side = stop > entry ? Side.SHORT : Side.LONG;
        List<Decision> decisions = portfolio.onBars(
                2, 1, List.of(Given.aBar("NEW", entry, "s", Given.anEntry(Mode.TREND, side, entry, stop))));
        List<Decision.Approved> approvals = Given.only(Decision.Approved.class, decisions);
        long shares = approvals.stream()
                .filter(approved -> approved.ticket().symbol().equals("NEW"))
                .mapToLong(approved -> approved.ticket().shares())
                .sum();
        double risk = approvals.stream()
                .mapToDouble(approved -> Micros.toDouble(approved.riskMicros()))
                .sum();
        return Map.of("code", code(decisions), "shares", (double) shares, "value", shares * entry, "risk", risk);
    }

    private static String code(List<Decision> decisions) {
        List<Decision.Denied> denials = Given.only(Decision.Denied.class, decisions);
        if (denials.isEmpty()) {
            return "SUCCESS";
        }
        return switch (denials.getFirst().code()) {
            case "REJECTED_TRADING_DISABLED" -> "KILL_SWITCH_ACTIVE";
            case "REJECTED_INVALID", "REJECTED_NO_STOP" -> "INVALID_RISK";
            case "REJECTED_INSUFFICIENT_CAPITAL" -> "INSUFFICIENT_CAPITAL";
            case "REJECTED_TOTAL_EXPOSURE" -> "EXCEEDS_TOTAL_DEPLOYMENT";
            default -> denials.getFirst().code();
        };
    }
}
