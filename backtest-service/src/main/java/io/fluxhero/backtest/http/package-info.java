/** The internal door: runs and stored results. */
@NullMarked
package io.fluxhero.backtest.http;

import org.jspecify.annotations.NullMarked;
