package io.fluxhero.launcher.home;

import java.io.IOException;

/** Another launcher, as far as ports go: chooses one, prints it, and listens on nothing until its input ends. */
final class PortHolder {

    private PortHolder() {}

    public static void main(String[] arguments) throws IOException {
        try (Ports ports = new Ports(busy -> {})) {
            System.out.println(ports.choose("the gateway", Integer.parseInt(arguments[0])));
            System.in.readAllBytes();
        }
    }
}
