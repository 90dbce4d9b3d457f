package io.fluxhero.launcher;

import io.fluxhero.launcher.home.StateFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that every command shares: which stack it is about. */
final class DataFolder {

    @Option(
            names = "--data-dir",
            paramLabel = "FOLDER",
            description =
                    "Where the stack keeps its state; FLUXHERO_DATA_DIR says the same. Default: .fluxhero in the source tree.")
    private @Nullable Path folder;

    StateFolder state() {
        if (folder != null) {
            return new StateFolder(folder);
        }
        String variable = System.getenv("FLUXHERO_DATA_DIR");
        return new StateFolder(variable == null ? home().resolve(".fluxhero") : Path.of(variable));
    }

    /** The source tree: the script says where it is, and else it is where the command is called. */
    static Path home() {
        return Path.of(System.getProperty("fluxhero.home", "")).toAbsolutePath().normalize();
    }
}
