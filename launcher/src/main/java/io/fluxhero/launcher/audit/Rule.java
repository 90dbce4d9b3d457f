package io.fluxhero.launcher.audit;

import java.sql.Connection;
import java.sql.SQLException;

/** Something that must be true of the books. */
interface Rule {

    /** Checks it on one snapshot. */
    Finding on(Connection snapshot) throws SQLException;
}
