/** The rules of the house, as tests that every module runs; see {@link io.fluxhero.engine.rules.HouseRules}. */
@NullMarked
package io.fluxhero.engine.rules;

import org.jspecify.annotations.NullMarked;
