/** The whole chain in one loop. */
@NullMarked
package io.fluxhero.engine.backtest;

import org.jspecify.annotations.NullMarked;
