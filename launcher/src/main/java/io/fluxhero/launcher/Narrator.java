package io.fluxhero.launcher;

import io.fluxhero.launcher.home.StateFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Tells the user what happens, and keeps it in {@code logs/launcher.log} for those who come later. */
final class Narrator {

    private final Path log;
    private final PrintWriter out;

    Narrator(StateFolder folder, PrintWriter out) {
        this.log = folder.logOf("launcher");
        this.out = out;
    }

    synchronized void say(String text) {
        out.println(text);
        out.flush();
        try {
            Files.createDirectories(log.getParent());
            Files.writeString(
                    log, text + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
