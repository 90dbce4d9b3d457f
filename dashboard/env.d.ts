/** The one thing of Node that the configuration and the end-to-end tests use. */
declare const process: { env: Record<string, string | undefined> }
