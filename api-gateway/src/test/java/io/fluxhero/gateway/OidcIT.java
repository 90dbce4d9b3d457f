package io.fluxhero.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.jwt.build.Jwt;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tokens of an identity provider beside the static bearer, checked with a local public key. */
@QuarkusTest
@TestProfile(OidcIT.WithPublicKey.class)
@QuarkusTestResource(StandIns.class)
class OidcIT {
    /** Handed over by system property: the profile and the test live in different class loaders. */
    private static final String KEY = "fluxhero.test.signing-key";

    /** Switches OIDC on with a fresh key pair. */
    public static class WithPublicKey implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            KeyPair keys = keys();
            System.setProperty(
                    KEY, Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
            return Map.of(
                    "quarkus.oidc.tenant-enabled",
                    "true",
                    "quarkus.oidc.public-key",
                    Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
        }

        private static KeyPair keys() {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                return generator.generateKeyPair();
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError(e);
            }
        }
    }

    @TestHTTPResource
    URI base;

    @Test
    void a_viewer_reads_and_may_not_command() throws Exception {
        as("viewer").get("/api/positions").then().statusCode(200);
        as("viewer")
                .contentType("application/json")
                .body("{\"reason\":\"drill\"}")
                .post("/api/emergency/close_all_positions")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("forbidden"));
    }

    @Test
    void a_trader_commands_under_its_own_name_and_may_not_resume() throws Exception {
        as("trader")
                .contentType("application/json")
                .body("{\"reason\":\"drill\"}")
                .post("/api/emergency/close_all_positions")
                .then()
                .statusCode(200);
        as("trader")
                .contentType("application/json")
                .body("{\"reason\":\"fixed\",\"confirm\":true}")
                .post("/api/emergency/reset_kill_switch")
                .then()
                .statusCode(403);
    }

    @Test
    void only_an_admin_resets_the_paper_account() throws Exception {
        as("trader")
                .contentType("application/json")
                .body("{\"reason\":\"a new season\"}")
                .post("/api/paper/reset")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        as("admin")
                .contentType("application/json")
                .body("{\"reason\":\"a new season\"}")
                .post("/api/paper/reset")
                .then()
                .statusCode(200);
        assertThat(StandIns.SEEN.get("/risk/internal/paper-reset")).contains("\"role\":\"ADMIN\"");
    }

    @Test
    void a_token_without_roles_reads_nothing() throws Exception {
        as("guest").get("/api/positions").then().statusCode(403);
    }

    @Test
    void a_forged_token_is_refused() throws Exception {
        String token = token("viewer");
        given().header("Authorization", "Bearer " + token.substring(0, token.length() - 8) + "AAAAAAAA")
                .get("/api/positions")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void the_static_bearer_works_beside_it() {
        given().header("Authorization", "Bearer " + StandIns.TOKEN)
                .get("/api/positions")
                .then()
                .statusCode(200);
    }

    @Test
    void a_ticket_opens_the_stream_for_a_viewer() throws Exception {
        String ticket = as("viewer")
                .post("/api/stream/ticket")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
        TestSocket socket =
                TestSocket.open(URI.create("ws://" + base.getHost() + ":" + base.getPort() + "/ws/v1/stream"));

        socket.say("{'type':'auth','token':'" + ticket + "'}");

        await().until(() -> socket.ofType("hello").size() == 1);
        socket.close();
    }

    private static io.restassured.specification.RequestSpecification as(String role) throws Exception {
        return given().header("Authorization", "Bearer " + token(role));
    }

    private static String token(String role) throws Exception {
        byte[] encoded = Base64.getDecoder().decode(System.getProperty(KEY));
        PrivateKey key = java.security.KeyFactory.getInstance("RSA")
                .generatePrivate(new java.security.spec.PKCS8EncodedKeySpec(encoded));
        return Jwt.upn("ada")
                .claim("realm_access", Map.of("roles", List.of(role)))
                .expiresIn(300)
                .sign(key);
    }
}
