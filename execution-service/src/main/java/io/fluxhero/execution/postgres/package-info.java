/** Our books in Postgres: Panache where rows are read and written one by one, plain SQL where a lock or a set matters. */
@NullMarked
package io.fluxhero.execution.postgres;

import org.jspecify.annotations.NullMarked;
