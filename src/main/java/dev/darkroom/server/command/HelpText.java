package dev.darkroom.server.command;

/** The text of {@code --help}. */
final class HelpText {

    static final String TEXT = """
            Usage: darkroom [options] [command]

            Runs a local server that behaves like the paid GPT Image 2 APIs, until it is stopped.

            Commands:
              health            check whether the server at --port or --port-file is ready; the exit
                                code is 0 or 1
              ca                print the path of the certificate of Darkroom's certificate authority
              train             start a server on free ports, send it requests of every kind, and stop
                                it, so that Java 25 or later can make an AOT cache
                                (-XX:AOTCacheOutput)

            Options, each with the setting that it stands for:
              --port PORT       the port for HTTP; 0 takes a free one (quarkus.http.port, 8080)
              --tls-port PORT   the port for HTTPS; 0 takes a free one (darkroom.tls.port, 8443)
              --port-file FILE  write the ports to this file once the server listens (darkroom.port-file)
              --parent PID      end together with this process, or with standard input if the value
                                is stdin (darkroom.parent)
              -Dname=value      any other setting, such as -Ddarkroom.lifecycle.processing=30s
              --help            print this text
              --version         print the version

            A value follows its option after = or as the next argument. Environment variables
            (DARKROOM_LIFECYCLE_PROCESSING=30s) and config/application.yaml have settings too.
            GET /_darkroom on the running server leads to its documentation.
            """;

    private HelpText() {}
}
