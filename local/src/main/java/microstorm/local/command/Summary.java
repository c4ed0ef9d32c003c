package microstorm.local.command;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import microstorm.local.FirstTeam;
import microstorm.local.LocalSystem;
import microstorm.local.setup.LauncherCommand;
import microstorm.local.setup.ListenAddress;

/** What the launcher prints when the system can be used. */
record Summary(LocalSystem system, ListenAddress address) {

  void print(Duration took) {
    URI url = system.baseUrl();
    Path data = system.data();
    System.out.printf(
        "%nMicrostorm is running (started in %d s). Press Ctrl-C to stop it.%n%n",
        took.toSeconds());
    field("Web", url + "/");
    address.networkUrl(url.getPort()).ifPresent(network -> field("Other devices", network + "/"));
    field("Owner's key", data.resolve(FirstTeam.OWNER_KEY));
    field("Data, logs", data + ", " + data.resolve("logs"));
    warn();
    System.out.printf(
        """

        Paste these lines into another terminal to plan a session, to see a demo, and to try the API:

          %s
          %s
          TOKEN=$(%s)
          curl -H "Authorization: Bearer $TOKEN" %s/api/reports
          curl -H "Authorization: Bearer $TOKEN" -H "Accept: text/markdown" %s/api/logs

        """,
        LauncherCommand.of(data, "plan", "My first session"),
        LauncherCommand.of(data, "demo"),
        LauncherCommand.of(data, "token"),
        url,
        url);
    System.out.flush();
  }

  private void warn() {
    if (address.isPublic()) {
      System.out.print(
          """

          Warning: every device that can reach this address can use Microstorm. It speaks plain HTTP:
          others on the network can read and change what people send, including their tokens. Use it
          only in a network that you trust. For other networks, see docs/security.md.
          """);
    }
  }

  private static void field(String name, Object value) {
    System.out.printf("  %-14s %s%n", name, value);
  }
}
