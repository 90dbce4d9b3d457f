package io.fluxhero.engine.strategy;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.strategy.NoiseFilter.Conditions;
import io.fluxhero.engine.strategy.Verdict.Gate;

/** Remembers which gate of the dual mode said no to the newest bar; words are made when someone asks. */
final class DualVerdict {

    private enum Gatekeeper {
        WARM_UP,
        RULE,
        SHORTS_OFF,
        NO_ROOM,
        NOISE
    }

    private Gatekeeper gatekeeper = Gatekeeper.WARM_UP;
    private Mode mode = Mode.NEUTRAL;
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

    void rejected() {
        gatekeeper = Gatekeeper.NOISE;
    }

    /** Rounded as messages carry it. The noise filter was asked last where it is the one who said no. */
    Verdict verdict(
            DualRules rules, NoiseFilter filter, Conditions conditions, int bars, StrategyConfig config, double adx) {
        Verdict exact = switch (gatekeeper) {
            case WARM_UP -> Verdict.warmingUp(bars, config.warmUpBars());
            case RULE -> rules.missing(mode, adx);
            case SHORTS_OFF -> Verdict.missing("short entries are switched off", value, Double.NaN);
            case NO_ROOM -> Verdict.missing("no room for a protective stop", value, threshold);
            case NOISE -> noise(filter.objectionTo(conditions).orElseThrow());
        };
        return new Verdict(exact.gate(), exact.detail(), Micros.round(exact.value()), Micros.round(exact.threshold()));
    }

    private static Verdict noise(Rejection rejection) {
        String detail = "noise: " + rejection.reason().detail();
        return new Verdict(Gate.NOISE_FILTER, detail, rejection.value(), rejection.threshold());
    }
}
