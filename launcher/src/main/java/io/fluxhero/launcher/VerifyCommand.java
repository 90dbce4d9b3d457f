package io.fluxhero.launcher;

import picocli.CommandLine.Command;

/** Holds what a stack did against what it should have done. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Holds what a running stack did against what it should have done.",
        synopsisSubcommandLabel = "WHAT",
        subcommands = ParityCommand.class)
final class VerifyCommand {}
