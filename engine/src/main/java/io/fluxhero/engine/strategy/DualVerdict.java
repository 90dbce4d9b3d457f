package io.fluxhero.engine.strategy;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.strategy.Rejection.Reason;
import io.fluxhero.engine.strategy.Verdict.Gate;

/** Remembers which gate of the dual mode said no to the newest bar; words are made when someone asks. */
final class DualVerdict {

    private static final double LARGE = 1e9;

    private enum Gatekeeper {
        WARM_UP,
        RULE,
        SHORTS_OFF,
        NO_ROOM,
        NOISE
    }

    private Gatekeeper gatekeeper = Gatekeeper.WARM_UP;
    private Mode mode = Mode.NEUTRAL;
    private Reason reason = Reason.BAD_DATA;
    private double value = Double.NaN;
    private double threshold = Double.NaN;

    void warmingUp() {
        gatekeeper = Gatekeeper.WARM_UP;
    }

    void missing(Mode speaking) {
        if (gatekeeper != Gatekeeper.RULE || mode != speaking) {
            gatekeeper = Gatekeeper.RULE;
            mode = speaking;
        }
    }

    void shortsAreOff(double close) {
        gatekeeper = Gatekeeper.SHORTS_OFF;
        value = close;
    }

    void noRoom(double close, double stop) {
        gatekeeper = Gatekeeper.NO_ROOM;
        value = close;
        threshold = stop;
    }

    void rejected(Rejection rejection) {
        gatekeeper = Gatekeeper.NOISE;
        reason = rejection.reason();
        value = rejection.value();
        threshold = rejection.threshold();
    }

    /** Rounded as messages carry it. */
    Verdict verdict(DualRules rules, int bars, StrategyConfig config, double adx) {
        Verdict exact = switch (gatekeeper) {
            case WARM_UP -> Verdict.warmingUp(bars, config.warmUpBars());
            case RULE -> rules.missing(mode, adx);
            case SHORTS_OFF -> Verdict.missing("short entries are switched off", value, Double.NaN);
            case NO_ROOM -> Verdict.missing("no room for a protective stop", value, threshold);
            case NOISE -> new Verdict(Gate.NOISE_FILTER, "noise: " + reason.detail(), value, threshold);
        };
        return new Verdict(exact.gate(), exact.detail(), rounded(exact.value()), rounded(exact.threshold()));
    }

    /** Volumes may be larger than any amount of money. */
    private static double rounded(double figure) {
        return StrictMath.abs(figure) < LARGE ? Micros.round(figure) : StrictMath.rint(figure);
    }
}
