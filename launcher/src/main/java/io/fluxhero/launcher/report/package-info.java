/** The report of a run: one page that needs nothing but itself. */
@NullMarked
package io.fluxhero.launcher.report;

import org.jspecify.annotations.NullMarked;
