package io.fluxhero.launcher;

import io.fluxhero.launcher.home.Ports;
import io.fluxhero.launcher.home.RunState;
import io.fluxhero.launcher.home.RunStateFile;
import io.fluxhero.launcher.home.StateFolder;
import io.fluxhero.launcher.stack.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks at the machine and says what to do about what is missing. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Checks JDK, Node, ports, disk and the built programs; exit code 1 when something must be done.")
final class DoctorCommand implements Callable<Integer> {

    private static final int LEAST_JDK = 25;
    private static final int LEAST_NODE = 20;
    private static final long LEAST_DISK_BYTES = 3L << 30;

    @Mixin
    private final DataFolder data = new DataFolder();

    private boolean sound = true;

    @Override
    public Integer call() throws IOException, InterruptedException {
        checkJdk();
        checkNode();
        checkDisk();
        checkPorts();
        checkPrograms();
        System.out.println(sound ? "all is well" : "see the lines that begin with !!");
        return sound ? 0 : 1;
    }

    private void checkJdk() {
        int version = Runtime.version().feature();
        report(version >= LEAST_JDK, "JDK " + version, "install a JDK " + LEAST_JDK + " or newer and set JAVA_HOME");
    }

    private void checkNode() throws InterruptedException {
        Optional<String> version = nodeVersion();
        boolean enough = version.map(text -> majorOf(text) >= LEAST_NODE).orElse(false);
        report(
                enough,
                "Node " + version.orElse("is missing"),
                "install Node " + LEAST_NODE + " or newer: it builds and tests the dashboard");
    }

    private void checkDisk() throws IOException {
        Path folder = existing(data.state().root());
        long free = Files.getFileStore(folder).getUsableSpace();
        report(
                free >= LEAST_DISK_BYTES,
                (free >> 20) + " MiB free at " + folder,
                "make room, or choose another place with --data-dir");
    }

    private static Path existing(Path folder) {
        Path parent = folder.getParent();
        return Files.exists(folder) || parent == null ? folder : existing(parent);
    }

    private void checkPorts() {
        StateFolder folder = data.state();
        Optional<RunState> running =
                new RunStateFile(folder).read().filter(state -> state.launcher().isAlive());
        if (running.isPresent()) {
            report(true, "a stack is running at " + running.get().dashboardUrl(), "");
            return;
        }
        for (Service service : Service.values()) {
            reportPort(service.module(), service.usualPort());
        }
        reportPort("dashboard", 3000);
        reportPort("Kafka", 9092);
        reportPort("Postgres", 5432);
    }

    private static void reportPort(String user, int port) {
        String remark = Ports.isFree(port) ? "is free" : "is busy: up will take the next free one and say so";
        System.out.println("ok port " + port + " (" + user + ") " + remark);
    }

    private void checkPrograms() {
        for (Service service : Service.values()) {
            boolean built = Files.exists(service.program(DataFolder.home()));
            report(built, service.module() + (built ? " is built" : " is not built"), "./fluxhero up builds it");
        }
        boolean dashboard = Files.exists(DataFolder.home().resolve("dashboard/dist/index.html"));
        report(dashboard, "the dashboard " + (dashboard ? "is built" : "is not built"), "./fluxhero up builds it");
    }

    private void report(boolean good, String fact, String remedy) {
        System.out.println(good ? "ok " + fact : "!! " + fact + ": " + remedy);
        sound &= good;
    }

    private static Optional<String> nodeVersion() throws InterruptedException {
        try {
            Process node = new ProcessBuilder("node", "--version").start();
            String version;
            try (var answer = node.inputReader()) {
                version = answer.readLine();
            }
            return node.waitFor(10, TimeUnit.SECONDS) && node.exitValue() == 0
                    ? Optional.ofNullable(version)
                    : Optional.empty();
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    static int majorOf(String version) {
        String digits = version.replaceFirst("^v", "").replaceFirst("\\..*$", "");
        return digits.matches("\\d+") ? Integer.parseInt(digits) : 0;
    }
}
