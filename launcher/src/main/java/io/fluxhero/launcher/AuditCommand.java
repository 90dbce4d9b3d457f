package io.fluxhero.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.fluxhero.launcher.audit.Audit;
import io.fluxhero.launcher.audit.AuditReport;
import io.fluxhero.launcher.audit.Finding;
import io.fluxhero.launcher.home.RunState;
import io.fluxhero.launcher.home.RunStateFile;
import io.fluxhero.launcher.home.Secrets;
import io.fluxhero.launcher.home.StateFolder;
import io.fluxhero.launcher.postgres.ServiceRoles;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks the books of the running stack. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description =
                "Checks the books of the running stack, read-only: orders, fills, positions, cash, bars, audit trail.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:no violation", "1:violations", "2:cannot check, for example because nothing runs"})
final class AuditCommand implements Callable<Integer> {

    private static final int VIOLATIONS = 1;
    private static final int CANNOT_CHECK = 2;

    @Mixin
    private final DataFolder data = new DataFolder();

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Override
    public Integer call() {
        try {
            return check(data.state());
        } catch (UncheckedIOException e) {
            return cannotCheck(String.valueOf(e.getMessage()));
        }
    }

    private int check(StateFolder folder) {
        Optional<RunState> running = new RunStateFile(folder).read();
        if (running.isEmpty() || running.get().postgres().isEmpty()) {
            return cannotCheck("nothing is running in " + folder.root() + ": ./fluxhero up starts it");
        }
        Optional<String> password = new Secrets(folder).find(Secrets.ofRole(ServiceRoles.AUDITOR));
        if (password.isEmpty()) {
            return cannotCheck("this stack was started before there was an auditor: ./fluxhero down, then up");
        }
        return check(running.get(), password.get());
    }

    private int check(RunState running, String password) {
        // The Kafka client tells its whole configuration at INFO.
        Logger.getLogger("").setLevel(Level.SEVERE);
        try (Connection books = DriverManager.getConnection(running.postgres(), ServiceRoles.AUDITOR, password)) {
            AuditReport report = new AuditReport(Audit.with(running.kafka()).of(books));
            if (json) {
                System.out.println(report.asJson());
            } else {
                System.out.print(report.asText());
            }
            return report.state() == Finding.State.VIOLATED ? VIOLATIONS : 0;
        } catch (SQLException | JsonProcessingException e) {
            return cannotCheck("the books at " + running.postgres() + " cannot be read: " + e.getMessage());
        }
    }

    private static int cannotCheck(String why) {
        System.err.println("fluxhero: " + why);
        return CANNOT_CHECK;
    }
}
