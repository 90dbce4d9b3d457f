/** What must be true of the books at any time, and a reader that checks it without changing anything. */
@NullMarked
package io.fluxhero.launcher.audit;

import org.jspecify.annotations.NullMarked;
