/** Research from the command line: backtests and indicators over files, with no server. Loads no class of one. */
@NullMarked
package io.fluxhero.launcher.shell;

import org.jspecify.annotations.NullMarked;
