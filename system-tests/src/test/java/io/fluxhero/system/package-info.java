/** The whole system with real processes, started as a user starts it and asked through its public doors. */
@NullMarked
package io.fluxhero.system;

import org.jspecify.annotations.NullMarked;
