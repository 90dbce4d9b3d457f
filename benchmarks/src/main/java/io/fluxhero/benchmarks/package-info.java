/** The engine beside its peers: same work, same run, one table. */
@NullMarked
package io.fluxhero.benchmarks;

import org.jspecify.annotations.NullMarked;
