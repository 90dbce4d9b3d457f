package io.fluxhero.gateway.http;

import io.fluxhero.gateway.api.Problem;
import io.fluxhero.gateway.api.RiskState;
import io.fluxhero.gateway.api.frame.AckFrame;
import io.fluxhero.gateway.api.frame.AuthFrame;
import io.fluxhero.gateway.api.frame.CandleColumns;
import io.fluxhero.gateway.api.frame.DeltaFrame;
import io.fluxhero.gateway.api.frame.ErrorFrame;
import io.fluxhero.gateway.api.frame.HeartbeatFrame;
import io.fluxhero.gateway.api.frame.HelloFrame;
import io.fluxhero.gateway.api.frame.PingFrame;
import io.fluxhero.gateway.api.frame.PongFrame;
import io.fluxhero.gateway.api.frame.PriceUpdate;
import io.fluxhero.gateway.api.frame.PricesHello;
import io.fluxhero.gateway.api.frame.SnapshotFrame;
import io.fluxhero.gateway.api.frame.SubscribeFrame;
import io.fluxhero.gateway.api.frame.UnsubscribeFrame;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The title page of the OpenAPI document, and the frames of the sockets, which no path mentions. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "FluxHero API",
                        version = "1.0.0",
                        description = "The public door of FluxHero. Errors are application/problem+json. The frames of"
                                + " /ws/v1/stream are the schemas ServerFrame and ClientFrame."),
        security = @SecurityRequirement(name = "bearer"),
        components =
                @Components(
                        schemas = {
                            @Schema(
                                    name = "ServerFrame",
                                    oneOf = {
                                        HelloFrame.class,
                                        AckFrame.class,
                                        SnapshotFrame.class,
                                        DeltaFrame.class,
                                        ErrorFrame.class,
                                        PongFrame.class,
                                        HeartbeatFrame.class
                                    }),
                            @Schema(
                                    name = "ClientFrame",
                                    oneOf = {
                                        AuthFrame.class,
                                        SubscribeFrame.class,
                                        UnsubscribeFrame.class,
                                        PingFrame.class
                                    }),
                            @Schema(name = "PriceUpdate", implementation = PriceUpdate.class),
                            @Schema(name = "PricesHello", implementation = PricesHello.class),
                            @Schema(name = "CandleColumns", implementation = CandleColumns.class),
                            @Schema(name = "RiskState", implementation = RiskState.class),
                            @Schema(name = "Problem", implementation = Problem.class)
                        }))
@SecurityScheme(securitySchemeName = "bearer", type = SecuritySchemeType.HTTP, scheme = "bearer")
public class PublicApi extends Application {}
