package io.fluxhero.launcher.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxhero.launcher.home.RunStateFile;
import java.util.List;
import java.util.Locale;

/** The findings, for people and for programs. */
public record AuditReport(List<Finding> findings) {

    private static final String ROW = "  %-4s %-74s %9s %10s  %s%n";

    public AuditReport {
        findings = List.copyOf(findings);
    }

    /** The worst of all. */
    public Finding.State state() {
        return findings.stream()
                .map(Finding::state)
                .max(Finding.State::compareTo)
                .orElse(Finding.State.OK);
    }

    public String asText() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, ROW, "", "WHAT MUST BE TRUE", "CHECKED", "VIOLATIONS", "STATE"));
        for (Finding finding : findings) {
            text.append(String.format(
                    Locale.ROOT,
                    ROW,
                    finding.invariant(),
                    finding.claim(),
                    finding.checked(),
                    finding.violations(),
                    stateOf(finding)));
        }
        for (Finding finding : findings) {
            if (!finding.details().isEmpty()) {
                text.append('\n').append(finding.invariant()).append(": ").append(finding.claim());
                finding.details().forEach(detail -> text.append("\n  ").append(detail));
                long more = finding.violations() - finding.details().size();
                text.append(more > 0 ? "\n  and " + more + " more\n" : "\n");
            }
        }
        return text.append('\n').append(sentence()).append('\n').toString();
    }

    public String asJson() throws JsonProcessingException {
        ObjectNode tree = RunStateFile.JSON.createObjectNode();
        tree.put("state", state().name());
        tree.put("violations", violations());
        tree.set("findings", RunStateFile.JSON.valueToTree(findings));
        return RunStateFile.JSON.writeValueAsString(tree);
    }

    private long violations() {
        return findings.stream().mapToLong(Finding::violations).sum();
    }

    private String sentence() {
        return switch (state()) {
            case OK -> "the books are in order";
            case MOVING -> "the books are in order as far as they go; messages are under way";
            case VIOLATED -> violations() + " violation(s): the books are not in order";
        };
    }

    private static String stateOf(Finding finding) {
        String state = finding.state().name().toLowerCase(Locale.ROOT);
        return finding.underWay() > 0 ? state + ", " + finding.underWay() + " under way" : state;
    }
}
