package io.fluxhero.launcher;

import io.fluxhero.launcher.home.StateFolder;
import java.io.IOException;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What Kafka and the other libraries of this process have to say goes to a file of its own, warnings and up. */
final class InfrastructureLog {

    private static final int LARGEST_BYTES = 4 << 20;

    private InfrastructureLog() {}

    static void begin(StateFolder folder) throws IOException {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n");
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        folder.create();
        FileHandler file = new FileHandler(folder.logOf("infrastructure").toString(), LARGEST_BYTES, 1, false);
        file.setFormatter(new SimpleFormatter());
        root.addHandler(file);
        root.setLevel(Level.WARNING);
    }
}
