/**
 * The portfolio decider's home: one account is one sequential state machine. One class per act; the rules themselves
 * are the engine's {@code Portfolio}, what is kept here is everything around it that a crash must not cost.
 */
@NullMarked
package io.fluxhero.risk;

import org.jspecify.annotations.NullMarked;
