/** Runs the live rules over stored history and keeps what came out. */
@NullMarked
package io.fluxhero.backtest;

import org.jspecify.annotations.NullMarked;
