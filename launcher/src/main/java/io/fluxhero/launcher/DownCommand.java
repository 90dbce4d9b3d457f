package io.fluxhero.launcher;

import io.fluxhero.launcher.home.Leftovers;
import io.fluxhero.launcher.home.RunState;
import io.fluxhero.launcher.home.RunStateFile;
import io.fluxhero.launcher.home.StateFolder;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops what runs, also when the launcher that started it is gone. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stops everything; the state stays for the next up.")
final class DownCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Mixin
    private final DataFolder data = new DataFolder();

    @Override
    public Integer call() {
        StateFolder folder = data.state();
        RunStateFile file = new RunStateFile(folder);
        Optional<RunState> found = file.read();
        if (found.isEmpty()) {
            System.out.println("nothing is running in " + folder.root());
            return 0;
        }
        Optional<ProcessHandle> launcher = found.get().launcher().find();
        if (launcher.isPresent()) {
            System.out.println("stopping ...");
            launcher.get().destroy();
            if (!Leftovers.endsWithin(launcher.get(), PATIENCE)) {
                System.out.println("the launcher did not end in " + PATIENCE.toSeconds() + " s: killed");
                launcher.get().destroyForcibly();
                Leftovers.endsWithin(launcher.get(), PATIENCE);
            }
        }
        // The launcher removes the record when it ended in order; what it last wrote names all it had started.
        int ended = Leftovers.end(file.read().orElse(found.get()));
        if (ended > 0) {
            System.out.println("ended " + ended + " process(es) whose launcher was gone");
        }
        file.delete();
        System.out.println("stopped");
        return 0;
    }
}
