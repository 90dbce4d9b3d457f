/** Topic {@code indicators}: the view of each bar for charts and explanation, keyed by symbol. */
@NullMarked
package io.fluxhero.contracts.indicator;

import org.jspecify.annotations.NullMarked;
