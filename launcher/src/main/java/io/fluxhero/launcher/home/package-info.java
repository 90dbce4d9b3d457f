/** What a stack keeps on disk and on the machine: its folder, secrets, ports, and the record of what is running. */
@NullMarked
package io.fluxhero.launcher.home;

import org.jspecify.annotations.NullMarked;
