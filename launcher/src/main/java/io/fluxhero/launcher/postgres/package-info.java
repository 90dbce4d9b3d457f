/** A real Postgres server beside this process, with one role and one schema per service. */
@NullMarked
package io.fluxhero.launcher.postgres;

import org.jspecify.annotations.NullMarked;
