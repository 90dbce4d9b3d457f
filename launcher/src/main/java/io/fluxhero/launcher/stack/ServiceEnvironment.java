package io.fluxhero.launcher.stack;

import io.fluxhero.launcher.home.Secrets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a service is told through its environment.
 *
 * @param ports every service's, because they call one another
 * @param dashboardPort the origin of the pages that the gateway serves
 * @param kafka bootstrap address
 * @param jdbcUrl server and database
 * @param haltFile where execution writes a halt before the database hears of it
 */
record ServiceEnvironment(
        UpOptions options,
        Secrets secrets,
        Map<Service, Integer> ports,
        int dashboardPort,
        String kafka,
        String jdbcUrl,
        Path haltFile) {

    Map<String, String> of(Service service) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(portOf(service)));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
        service.role().ifPresent(role -> {
            environment.put("QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl);
            // Six programs start at once on few cores: a slow first connection is no reason to give up.
            environment.put("QUARKUS_DATASOURCE_JDBC_ACQUISITION_TIMEOUT", "60S");
            environment.put("QUARKUS_FLYWAY_CONNECT_RETRIES", "10");
            environment.put("QUARKUS_DATASOURCE_USERNAME", role);
            environment.put("QUARKUS_DATASOURCE_PASSWORD", secrets.get(Secrets.ofRole(role)));
        });
        environment.put("FLUXHERO_SERVICE_SECRET", secrets.get(Secrets.SERVICE));
        for (Service other : Service.values()) {
            other.urlVariable().ifPresent(variable -> environment.put(variable, urlOf(other)));
        }
        if (service == Service.GATEWAY) {
            environment.put("FLUXHERO_AUTH_SECRET", secrets.get(Secrets.AUTH));
            environment.put(
                    "FLUXHERO_CORS_ORIGINS",
                    "http://localhost:" + dashboardPort + ",http://127.0.0.1:" + dashboardPort);
        }
        if (service == Service.EXECUTION) {
            environment.put("FLUXHERO_EXECUTION_HALT_FILE", haltFile.toString());
        }
        environment.put("FLUXHERO_FEED", options.feed());
        environment.put("FLUXHERO_SPEED", options.speed());
        environment.put("FLUXHERO_SYMBOLS", options.symbols());
        options.timeframe().ifPresent(timeframe -> environment.put("FLUXHERO_TIMEFRAME", timeframe));
        options.seed().ifPresent(seed -> environment.put("FLUXHERO_SEED", String.valueOf(seed)));
        environment.putAll(options.environment());
        return environment;
    }

    String urlOf(Service service) {
        return "http://127.0.0.1:" + portOf(service);
    }

    int portOf(Service service) {
        Integer port = ports.get(service);
        if (port == null) {
            throw new IllegalStateException("no port for " + service.module());
        }
        return port;
    }
}
