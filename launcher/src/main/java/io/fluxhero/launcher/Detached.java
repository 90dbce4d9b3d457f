package io.fluxhero.launcher;

import io.fluxhero.launcher.home.RunState;
import io.fluxhero.launcher.home.RunStateFile;
import io.fluxhero.launcher.home.StateFolder;
import io.fluxhero.launcher.stack.JvmFlags;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The same command again in the background, out of reach of this terminal; its progress is shown until it is ready. */
final class Detached {

    private final StateFolder folder;

    Detached(StateFolder folder) {
        this.folder = folder;
    }

    /** Returns 0 when the stack is ready and 1 when it could not start. */
    int start(List<String> arguments) throws IOException, InterruptedException {
        Path log = folder.logOf("launcher");
        Files.deleteIfExists(log);
        new RunStateFile(folder).read().ifPresent(before -> forgetFailure(before));
        Process launcher = new ProcessBuilder(command(arguments))
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.run().resolve("launcher.out").toFile())
                .start();
        long shown = 0;
        while (true) {
            boolean ended = launcher.waitFor(200, TimeUnit.MILLISECONDS);
            shown = showFrom(log, shown);
            if (ended) {
                return launcher.exitValue() == 0 ? 0 : failed(shown);
            }
            if (isReady(launcher)) {
                showFrom(log, shown);
                System.out.println("running in the background: ./fluxhero status, logs, down");
                return 0;
            }
        }
    }

    private int failed(long shown) throws IOException {
        if (shown == 0) {
            System.out.print(Files.readString(folder.run().resolve("launcher.out")));
        }
        return 1;
    }

    private void forgetFailure(RunState before) {
        if (before.phase() == RunState.Phase.FAILED) {
            new RunStateFile(folder).delete();
        }
    }

    private boolean isReady(Process launcher) {
        Optional<RunState> state = new RunStateFile(folder).read();
        return state.filter(now -> now.launcher().pid() == launcher.pid())
                .filter(now -> now.phase() == RunState.Phase.READY)
                .isPresent();
    }

    private static long showFrom(Path log, long from) throws IOException {
        if (!Files.exists(log)) {
            return 0;
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long begin = Math.min(from, file.length());
            byte[] news = new byte[(int) (file.length() - begin)];
            file.seek(begin);
            file.readFully(news);
            System.out.print(new String(news, StandardCharsets.UTF_8));
            System.out.flush();
            return begin + news.length;
        }
    }

    private static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        // A session of its own: neither Ctrl+C nor the end of this terminal may reach it.
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        } else {
            command.add("nohup");
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JvmFlags.LAUNCHER);
        command.add("-Dfluxhero.home=" + DataFolder.home());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(FluxHero.class.getName());
        arguments.stream().filter(argument -> !argument.equals("--detach")).forEach(command::add);
        return command;
    }
}
