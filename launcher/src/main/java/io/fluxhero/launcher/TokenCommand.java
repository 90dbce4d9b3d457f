package io.fluxhero.launcher;

import io.fluxhero.launcher.home.Secrets;
import io.fluxhero.launcher.home.StateFolder;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the local bearer token, and nothing else, so that it can be used in a command. */
@Command(name = "token", mixinStandardHelpOptions = true, description = "Prints the bearer token of the local gateway.")
final class TokenCommand implements Callable<Integer> {

    @Mixin
    private final DataFolder data = new DataFolder();

    @Override
    public Integer call() {
        StateFolder folder = data.state();
        Optional<String> token = new Secrets(folder).find(Secrets.AUTH);
        if (token.isEmpty()) {
            System.err.println("fluxhero: no token yet in " + folder.root() + ": the first ./fluxhero up makes it");
            return 1;
        }
        System.out.println(token.get());
        return 0;
    }
}
