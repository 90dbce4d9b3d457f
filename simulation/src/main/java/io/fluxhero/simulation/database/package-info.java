/** A database of one process: one transaction at a time, undone where it fails, and failing where the seed says so. */
@NullMarked
package io.fluxhero.simulation.database;

import org.jspecify.annotations.NullMarked;
