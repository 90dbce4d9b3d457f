package io.fluxhero.engine.risk;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.risk.Decision.Alert;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether trading is allowed: peak and drawdown, the session and its loss, and the latch that a halt closes. */
final class TradingGuard {

    static final String DRAWDOWN = "DRAWDOWN";
    static final String DAILY_LOSS = "DAILY_LOSS";
    static final String CONCENTRATION = "CONCENTRATION";

    /** After a drawdown halt: the rest of this session and the whole of the next are traded small. */
    private static final int SESSIONS_ON_PROBATION = 2;

    /** A reason to stop at once. */
    record Breach(String trigger, String detail, Figures figures) {}

    private final RiskConfig config;
    private final DrawdownBreaker breaker;
    private final EquityPeak peak;
    private long base;
    private long sessionDay;
    private long sessionOpenEquity;
    private long lastEquity;
    private int reducedSessions;
    private TradingStatus status;
    private @Nullable String haltTrigger;
    private @Nullable String haltReason;
    /** Whether the last close was judged and changed nothing: then the same equity in the same session changes nothing. */
    private boolean calm;

    TradingGuard(RiskConfig config, AccountState state) {
        this.config = config;
        breaker = new DrawdownBreaker(config);
        peak = new EquityPeak(state.peakEquityMicros());
        base = state.baseMicros();
        sessionDay = state.sessionDay();
        sessionOpenEquity = state.sessionOpenEquityMicros();
        lastEquity = state.lastEquityMicros();
        reducedSessions = state.reducedSessions();
        status = state.status();
        haltTrigger = state.haltTrigger();
        haltReason = state.haltReason();
    }

    TradingStatus status() {
        return status;
    }

    AccountState snapshot(Account account, boolean correlationWarned) {
        return new AccountState(
                account.cash(),
                account.initialCash(),
                base,
                account.realized(),
                peak.micros(),
                sessionDay,
                sessionOpenEquity,
                lastEquity,
                reducedSessions,
                status,
                haltTrigger,
                haltReason,
                account.positions(),
                List.copyOf(account.pending()),
                Collections.unmodifiableMap(account.marks()),
                Collections.unmodifiableMap(account.closes()),
                correlationWarned,
                account.modeWeights(),
                account.externals().snapshot());
    }

    /** Cash moved: returns, peak, session and close begin at this equity. What has stopped trading stays. */
    void rebase(long equity) {
        calm = false;
        base = equity;
        peak.reset(equity);
        sessionOpenEquity = equity;
        lastEquity = equity;
    }

    /** A new session forgets the loss of the last one, and the halt that followed from it. False where it is none. */
    boolean rollTo(long day, List<Decision> out) {
        if (day <= sessionDay) {
            return false;
        }
        calm = false;
        sessionDay = day;
        sessionOpenEquity = lastEquity;
        reducedSessions = Math.max(0, reducedSessions - 1);
        if (DAILY_LOSS.equals(haltTrigger)) {
            release(
                    breaker.afterHalt(drawdown(lastEquity)),
                    "NEW_SESSION",
                    "a new session lifts the daily loss halt",
                    out);
        }
        return true;
    }

    /** Whether one more close in this session, of an account that holds only this cash, would change nothing. */
    boolean isCalm(long day, long cash) {
        return calm && cash == lastEquity && day <= sessionDay;
    }

    /** Whether closes of an account that holds only this cash would change nothing in later sessions either. */
    boolean isAtRest(long cash) {
        return isCalm(sessionDay, cash) && reducedSessions == 0 && !DAILY_LOSS.equals(haltTrigger);
    }

    /** Takes the equity of a close: warns and recovers by itself, and returns what must stop trading. */
    @Nullable
    Breach onClose(Account account, List<Decision> out) {
        long equity = account.equity();
        Breach breach = judge(account, equity, out);
        calm = breach == null;
        return breach;
    }

    private @Nullable Breach judge(Account account, long equity, List<Decision> out) {
        lastEquity = equity;
        peak.see(equity);
        double drawdown = drawdown(equity);
        if (drawdown >= config.drawdownHalt() && !DRAWDOWN.equals(haltTrigger)) {
            return breach(DRAWDOWN, "drawdown", drawdown, config.drawdownHalt(), equity);
        }
        if (status == TradingStatus.DISABLED) {
            return null;
        }
        followDrawdown(drawdown, equity, out);
        double loss = sessionOpenEquity <= 0 ? 0 : (sessionOpenEquity - equity) / (double) sessionOpenEquity;
        if (loss >= config.dailyLossHalt()) {
            return breach(DAILY_LOSS, "loss of the session", loss, config.dailyLossHalt(), equity);
        }
        return concentration(account, equity);
    }

    private void followDrawdown(double drawdown, long equity, List<Decision> out) {
        TradingStatus next = breaker.next(status, drawdown);
        if (next == status || (next == TradingStatus.ACTIVE && reducedSessions > 0)) {
            return;
        }
        status = next;
        Figures figures = Figures.of("drawdown", drawdown)
                .andMoney("peak_equity", peak.micros())
                .andMoney("equity", equity);
        if (next == TradingStatus.REDUCED) {
            figures.and("limit", config.drawdownWarning());
            out.add(new Alert(
                    Alert.Kind.DRAWDOWN_WARNED, "DRAWDOWN_WARNING", "size halved, stops tightened", figures.asMap()));
        } else {
            figures.and("limit", config.drawdownRecovery());
            out.add(new Alert(Alert.Kind.TRADING_RESUMED, "DRAWDOWN_RECOVERED", "back to full size", figures.asMap()));
        }
    }

    private @Nullable Breach concentration(Account account, long equity) {
        for (int i = 0; i < account.holdings().size(); i++) {
            Holding held = account.holdings().get(i);
            double ratio = Concentration.ratio(account.valueOf(held), equity);
            if (ratio >= config.concentrationHalt()) {
                String what = "share of " + held.symbol + " in equity";
                return breach(CONCENTRATION, what, ratio, config.concentrationHalt(), equity);
            }
        }
        return null;
    }

    private Breach breach(String trigger, String what, double measured, double limit, long equity) {
        Figures figures = Figures.of("measured", measured)
                .and("limit", limit)
                .andMoney("equity", equity)
                .andMoney("peak_equity", peak.micros())
                .andMoney("session_open_equity", sessionOpenEquity);
        return new Breach(trigger, what + " reached its limit", figures);
    }

    /** Closes the latch. A drawdown halt keeps its name until it is lifted. */
    Alert halt(Breach breach) {
        calm = false;
        status = TradingStatus.DISABLED;
        if (!DRAWDOWN.equals(haltTrigger)) {
            haltTrigger = breach.trigger();
            haltReason = breach.detail();
        }
        return new Alert(
                Alert.Kind.TRADING_HALTED,
                breach.trigger(),
                breach.detail(),
                breach.figures().asMap());
    }

    /** Opens the latch on a person's word. */
    void resume(String reason, long equity, List<Decision> out) {
        if (status != TradingStatus.DISABLED) {
            return;
        }
        if (DRAWDOWN.equals(haltTrigger)) {
            peak.reset(equity);
            reducedSessions = SESSIONS_ON_PROBATION;
            release(TradingStatus.REDUCED, "MANUAL", reason, out);
        } else {
            release(breaker.afterHalt(drawdown(equity)), "MANUAL", reason, out);
        }
    }

    private void release(TradingStatus next, String code, String detail, List<Decision> out) {
        calm = false;
        status = next;
        haltTrigger = null;
        haltReason = null;
        Figures figures = Figures.money("equity", lastEquity).andMoney("peak_equity", peak.micros());
        figures.and("reduced", next == TradingStatus.REDUCED ? 1 : 0);
        out.add(new Alert(Alert.Kind.TRADING_RESUMED, code, detail, figures.asMap()));
    }

    /** Fraction of the peak that is lost. */
    double drawdown(long equity) {
        return peak.drawdown(equity);
    }

    static Breach manual(String trigger, String reason, long equity) {
        return new Breach(trigger, reason, Figures.of("equity", Micros.toDouble(equity)));
    }
}
