/** Real servers inside the test's own process, and batches as a broker would hand them over. */
@NullMarked
package io.fluxhero.outbox.testing;

import org.jspecify.annotations.NullMarked;
