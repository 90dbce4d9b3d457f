package io.fluxhero.launcher.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxhero.launcher.chaos.Strike.Act;
import io.fluxhero.launcher.home.RunStateFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** What a campaign has found so far. */
public final class ChaosReport {

    private static final String ROW = "  %-14s %7s %7s %12s   %s%n";

    private final long seed;
    private final int planned;
    private final List<Cycle> cycles = new ArrayList<>();
    private final Set<String> lost = new LinkedHashSet<>();
    private final Set<String> doubled = new LinkedHashSet<>();
    private final Set<String> orphans = new LinkedHashSet<>();
    private final List<String> violations = new ArrayList<>();
    private long ordersOfEndedRounds;
    private long fillsOfEndedRounds;
    private long orders;
    private long fills;
    private int auditedAtRest;
    private boolean cancelled;

    ChaosReport(long seed, int planned) {
        this.seed = seed;
        this.planned = planned;
    }

    void add(Cycle cycle) {
        cycles.add(cycle);
        take("cycle " + cycle.number(), cycle.inspection());
    }

    /** The last word on one stack, after everything had come to rest. */
    void endRound(Inspection atRest) {
        take("at rest after cycle " + (cycles.size() - 1), atRest);
        auditedAtRest++;
        ordersOfEndedRounds += orders;
        fillsOfEndedRounds += fills;
        orders = 0;
        fills = 0;
    }

    void violated(String what) {
        violations.add(what);
    }

    void cancel() {
        cancelled = true;
    }

    int cycles() {
        return cycles.size();
    }

    /** Whether nothing was lost, doubled, orphaned or otherwise wrong. */
    public boolean isClean() {
        return lost.isEmpty() && doubled.isEmpty() && orphans.isEmpty() && violations.isEmpty();
    }

    public String asJson() throws JsonProcessingException {
        ObjectNode tree = RunStateFile.JSON.createObjectNode();
        tree.put("seed", seed)
                .put("cycles", cycles.size())
                .put("planned", planned)
                .put("cancelled", cancelled)
                .put("audits_at_rest", auditedAtRest)
                .put("kills", blows(Act.KILL))
                .put("stops", blows(Act.STOP))
                .put(
                        "aimed",
                        cycles.stream().filter(cycle -> cycle.strike().aimed()).count())
                .put("with_order_in_flight", withOrderInFlight())
                .put("orders", ordersOfEndedRounds + orders)
                .put("fills", fillsOfEndedRounds + fills)
                .put("lost", lost.size())
                .put("doubled", doubled.size())
                .put("orphans", orphans.size());
        tree.set("ready_ms", spread(Cycle::readyMillis).asJson());
        tree.set("resumed_ms", spread(Cycle::resumedMillis).asJson());
        tree.set("green_ms", spread(cycle -> cycle.inspection().greenMillis()).asJson());
        var targets = tree.putArray("targets");
        for (Target target : Target.values()) {
            if (!hits(target).isEmpty()) {
                ObjectNode row = targets.addObject();
                row.put("target", target.label())
                        .put("kills", hits(target, Act.KILL))
                        .put("stops", hits(target, Act.STOP))
                        .put("with_order_in_flight", inFlight(hits(target)));
                row.set("ready_ms", readiness(target).asJson());
            }
        }
        tree.set("violations", RunStateFile.JSON.valueToTree(everythingWrong()));
        return RunStateFile.JSON.writeValueAsString(tree);
    }

    public String asText() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, ROW, "TARGET", "KILLS", "STOPS", "IN FLIGHT", "READY AGAIN"));
        for (Target target : Target.values()) {
            if (!hits(target).isEmpty()) {
                text.append(String.format(
                        Locale.ROOT,
                        ROW,
                        target.label(),
                        hits(target, Act.KILL),
                        hits(target, Act.STOP),
                        inFlight(hits(target)),
                        readiness(target).sentence()));
            }
        }
        text.append('\n').append(totals());
        everythingWrong().forEach(wrong -> text.append("  ").append(wrong).append('\n'));
        return text.toString();
    }

    private String totals() {
        String end = cancelled ? ", ended early" : "";
        return cycles.size() + " of " + planned + " cycles, seed " + seed + end + ": " + blows(Act.KILL) + " kills, "
                + blows(Act.STOP) + " stops, " + withOrderInFlight() + " cycles with an order in flight; ready "
                + spread(Cycle::readyMillis).sentence() + "\n" + (ordersOfEndedRounds + orders) + " orders, "
                + (fillsOfEndedRounds + fills) + " fills, " + auditedAtRest + " audit(s) at rest; " + lost.size()
                + " lost, " + doubled.size() + " doubled, " + orphans.size() + " orphans, " + violations.size()
                + " other violation(s)\n";
    }

    private List<String> everythingWrong() {
        List<String> wrong = new ArrayList<>();
        lost.forEach(what -> wrong.add("lost: " + what));
        doubled.forEach(what -> wrong.add("doubled: " + what));
        orphans.forEach(what -> wrong.add("orphan: " + what));
        wrong.addAll(violations);
        return wrong;
    }

    private void take(String when, Inspection inspection) {
        orders = inspection.ledger().orders();
        fills = inspection.ledger().fills();
        lost.addAll(inspection.ledger().lost());
        doubled.addAll(inspection.ledger().doubled());
        orphans.addAll(inspection.ledger().orphans());
        inspection.violations().forEach((claim, detail) -> violations.add(when + ": " + claim + ": " + detail));
    }

    private List<Cycle> hits(Target target) {
        return cycles.stream()
                .filter(cycle -> cycle.strike().targets().contains(target))
                .toList();
    }

    private long hits(Target target, Act act) {
        return hits(target).stream()
                .filter(cycle -> cycle.strike().act() == act)
                .count();
    }

    private Spread readiness(Target target) {
        return Spread.of(hits(target).stream().mapToLong(Cycle::readyMillis));
    }

    private long blows(Act act) {
        return cycles.stream()
                .filter(cycle -> cycle.strike().act() == act)
                .mapToLong(cycle -> cycle.strike().targets().size())
                .sum();
    }

    private long withOrderInFlight() {
        return inFlight(cycles);
    }

    private static long inFlight(List<Cycle> cycles) {
        return cycles.stream().filter(cycle -> cycle.inFlight() > 0).count();
    }

    private Spread spread(Function<Cycle, Long> millis) {
        return Spread.of(cycles.stream().mapToLong(millis::apply));
    }
}
