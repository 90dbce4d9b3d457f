package io.fluxhero.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxhero.launcher.home.ProcessMark;
import io.fluxhero.launcher.home.RunState;
import io.fluxhero.launcher.home.RunStateFile;
import io.fluxhero.launcher.home.Secrets;
import io.fluxhero.launcher.home.StateFolder;
import io.fluxhero.launcher.stack.FeedProbe;
import io.fluxhero.launcher.stack.StatusTable;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what runs. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows the services and the feed; exit code 0 when all is ready, 3 when not.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all ready", "3:not running, starting, or a part is not ready"})
final class StatusCommand implements Callable<Integer> {

    private static final int NOT_READY = 3;

    @Mixin
    private final DataFolder data = new DataFolder();

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException, InterruptedException {
        StateFolder folder = data.state();
        Optional<RunState> found = new RunStateFile(folder).read();
        if (found.isEmpty()) {
            System.out.println(
                    json ? "{\"phase\":\"STOPPED\",\"services\":[]}" : "nothing is running in " + folder.root());
            return NOT_READY;
        }
        RunState state = found.get();
        boolean watched = state.launcher().isAlive();
        Optional<JsonNode> feed = new FeedProbe(
                        state.marketDataUrl(),
                        new Secrets(folder).find(Secrets.SERVICE).orElse(""))
                .ask();
        if (json) {
            System.out.println(asJson(state, watched, feed));
        } else {
            System.out.print(asText(state, watched, feed));
        }
        return watched && isReady(state) ? 0 : NOT_READY;
    }

    private static boolean isReady(RunState state) {
        return state.phase() == RunState.Phase.READY
                && state.services().stream().allMatch(service -> service.state() == RunState.Health.READY);
    }

    static String asJson(RunState state, boolean watched, Optional<JsonNode> feed) throws JsonProcessingException {
        ObjectNode tree = RunStateFile.JSON.createObjectNode();
        tree.put("phase", state.phase().name());
        tree.put("watched", watched);
        tree.put("launcher_pid", state.launcher().pid());
        tree.put("dashboard_url", state.dashboardUrl());
        tree.put("gateway_url", state.gatewayUrl());
        tree.put("kafka", state.kafka());
        tree.put("postgres", state.postgres());
        putPid(tree, "kafka_pid", state.kafkaProcess());
        putPid(tree, "postgres_pid", state.postgresProcess());
        if (state.failure() != null) {
            tree.put("failure", state.failure());
        }
        var services = tree.putArray("services");
        for (RunState.ServiceState service : state.services()) {
            ObjectNode row = services.addObject();
            ProcessMark process = service.process();
            row.put("name", service.name());
            row.put("state", service.state().name());
            if (process == null) {
                row.putNull("pid");
            } else {
                row.put("pid", process.pid());
            }
            row.put("url", service.url());
            row.put("restarts", service.restarts());
            row.put("log", service.log());
        }
        if (state.audit() != null) {
            tree.set("audit", RunStateFile.JSON.valueToTree(state.audit()));
        }
        feed.ifPresent(answer -> tree.set("feed", answer));
        return RunStateFile.JSON.writeValueAsString(tree);
    }

    private static void putPid(ObjectNode tree, String name, @Nullable ProcessMark process) {
        if (process != null) {
            tree.put(name, process.pid());
        }
    }

    private static String asText(RunState state, boolean watched, Optional<JsonNode> feed) {
        StringBuilder text = new StringBuilder(StatusTable.of(state));
        feed.ifPresent(answer ->
                text.append("  feed ").append(FeedProbe.sentence(answer)).append('\n'));
        if (state.failure() != null) {
            text.append("the last start failed: ").append(state.failure()).append('\n');
        } else if (!watched) {
            text.append("the launcher was killed: nobody watches these services; ./fluxhero down or up cleans up\n");
        }
        return text.toString();
    }
}
