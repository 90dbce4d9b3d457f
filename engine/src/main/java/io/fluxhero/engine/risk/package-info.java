/** Whether and how much: the account as one sequential state machine. */
@NullMarked
package io.fluxhero.engine.risk;

import org.jspecify.annotations.NullMarked;
