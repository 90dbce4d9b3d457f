package io.fluxhero.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExternalDatabaseTest {

    @Test
    void reads_the_form_that_psql_takes() {
        assertThat(ExternalDatabase.parse("postgresql://admin:p%40ss+word@db/trading"))
                .isEqualTo(new ExternalDatabase("jdbc:postgresql://db:5432/trading", "admin", "p@ss+word"));
    }

    @Test
    void reads_the_form_that_java_takes() {
        assertThat(ExternalDatabase.parse("jdbc:postgresql://db:5433/trading?user=admin&password=secret"))
                .isEqualTo(new ExternalDatabase("jdbc:postgresql://db:5433/trading", "admin", "secret"));
    }
}
