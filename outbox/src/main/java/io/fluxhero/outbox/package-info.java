/**
 * Writes and publishes atomically and recognises repeats: a message leaves through a table of the database that holds
 * the state, and comes in through a transaction that also stores its id and its offset.
 */
@NullMarked
package io.fluxhero.outbox;

import org.jspecify.annotations.NullMarked;
