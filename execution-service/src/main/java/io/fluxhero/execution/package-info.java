/**
 * From an approved order to a closed trade. The classes here are the use cases, one per act; each does its work, writes
 * its messages to the outbox and leaves the commit to the consumer that called it.
 */
@NullMarked
package io.fluxhero.execution;

import org.jspecify.annotations.NullMarked;
