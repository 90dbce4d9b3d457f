package io.fluxhero.launcher;

import io.fluxhero.launcher.home.StateFolder;
import io.fluxhero.launcher.stack.LogFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what the services wrote. */
@Command(name = "logs", mixinStandardHelpOptions = true, description = "Shows the logs, of one service or of all.")
final class LogsCommand implements Callable<Integer> {

    @Mixin
    private final DataFolder data = new DataFolder();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SERVICE",
            description = "As status names it; also launcher, infrastructure, postgres.")
    private @Nullable String service;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is written from now on.")
    private boolean follow;

    @Option(
            names = "--lines",
            defaultValue = "50",
            paramLabel = "N",
            description = "How many last lines of each log. Default: 50.")
    private int lines = 50;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Path> logs = chosen(data.state());
        if (logs.isEmpty()) {
            System.err.println("fluxhero: no log" + (service == null ? "s" : " of " + service) + " in "
                    + data.state().logs());
            return 1;
        }
        Map<Path, Long> ends = new HashMap<>();
        for (Path log : logs) {
            ends.put(log, Files.size(log));
            new LogFile(log).lastLines(lines).forEach(line -> show(log, logs.size(), line));
        }
        while (follow) {
            Thread.sleep(300);
            for (Path log : logs) {
                ends.put(log, showNews(log, logs.size(), ends.getOrDefault(log, 0L)));
            }
        }
        return 0;
    }

    private List<Path> chosen(StateFolder folder) throws IOException {
        if (service != null) {
            Path one = folder.logOf(service);
            boolean ours = folder.logs().equals(one.normalize().getParent()) && Files.exists(one);
            return ours ? List.of(one) : List.of();
        }
        if (!Files.isDirectory(folder.logs())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.logs())) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList());
        }
    }

    private static long showNews(Path log, int count, long from) throws IOException {
        if (!Files.exists(log)) {
            return 0;
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long begin = file.length() < from ? 0 : from;
            byte[] news = new byte[(int) Math.min(file.length() - begin, 1 << 20)];
            file.seek(begin);
            file.readFully(news);
            int whole = lastLineEnd(news);
            new String(news, 0, whole, StandardCharsets.UTF_8).lines().forEach(line -> show(log, count, line));
            return begin + whole;
        }
    }

    private static int lastLineEnd(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private static void show(Path log, int count, String line) {
        String name = log.getFileName().toString().replaceFirst("\\.log$", "");
        System.out.println(count == 1 ? line : name + " | " + line);
    }
}
