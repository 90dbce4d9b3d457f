/** What we measure: one final class per formula, one {@code update} per bar. {@code NaN} means not known yet. */
@NullMarked
package io.fluxhero.engine.indicator;

import org.jspecify.annotations.NullMarked;
