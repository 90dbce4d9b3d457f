package io.fluxhero.launcher.stack;

import io.fluxhero.launcher.home.RunState;
import io.fluxhero.launcher.home.RunState.ServiceState;
import java.util.Locale;

/** The stack as a small table for people. */
public final class StatusTable {

    private static final String ROW = "  %-20s %-24s %-11s %s%n";

    private StatusTable() {}

    public static String of(RunState state) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, ROW, "SERVICE", "URL", "STATE", ""));
        for (ServiceState service : state.services()) {
            String restarts = service.restarts() == 0 ? "" : service.restarts() + " restart(s)";
            text.append(
                    row(service.name(), service.url(), service.state().name().toLowerCase(Locale.ROOT), restarts));
        }
        String phase = state.phase().name().toLowerCase(Locale.ROOT);
        text.append(row("dashboard", state.dashboardUrl(), phase, ""));
        text.append(row("kafka", state.kafka(), phase, ""));
        text.append(row("postgres", state.postgres().replaceFirst("^jdbc:postgresql://", ""), phase, ""));
        RunState.Audited audit = state.audit();
        if (audit != null) {
            text.append(row("audit", audit.at().toString(), audit.state().toLowerCase(Locale.ROOT), ""));
            audit.details().forEach(detail -> text.append("    ").append(detail).append('\n'));
        }
        return text.toString();
    }

    private static String row(String name, String url, String state, String remark) {
        return String.format(Locale.ROOT, ROW, name, url, state, remark).stripTrailing() + "\n";
    }
}
