/** What a run is, what it needs and what it says. */
@NullMarked
package io.fluxhero.backtest.domain;

import org.jspecify.annotations.NullMarked;
