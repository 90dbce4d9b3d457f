package io.fluxhero.launcher.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program that is kept running.
 *
 * @param name for people
 * @param command what starts it
 * @param environment variables beside those of this process
 * @param log what it writes
 * @param readiness whether it can do its work
 */
record Program(String name, List<String> command, Map<String, String> environment, LogFile log, Readiness readiness) {

    /** Asked again and again. */
    interface Readiness {
        boolean holds() throws InterruptedException;
    }

    Program {
        command = List.copyOf(command);
    }

    /** The command that runs Java as this process runs it. */
    static List<String> java(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        return command;
    }
}
