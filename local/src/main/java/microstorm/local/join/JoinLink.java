package microstorm.local.join;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import microstorm.local.setup.LauncherCommand;
import microstorm.local.setup.RunState;

/**
 * The link with which people join a session, such as {@code http://192.168.1.7:8080/j/CODE}, and
 * its QR code.
 *
 * @param local the link for this machine
 * @param network the link for other devices; empty if they cannot connect
 * @param data the data directory of the running system
 */
public record JoinLink(URI local, Optional<URI> network, Path data) {

  /** The link with a session's join code. */
  public static JoinLink of(RunState running, Path data, String joinCode) {
    String path = "/j/" + joinCode;
    return new JoinLink(
        running.localUrl().resolve(path), running.networkUrl().map(url -> url.resolve(path)), data);
  }

  /**
   * The link and its QR code, or how to make the system reachable for phones.
   *
   * @param terminal whether the text goes to a terminal, which has colours
   */
  public String text(boolean terminal) {
    if (network.isEmpty()) {
      return """
          Join link: %s
          Only this machine can open it. To let phones in the room join, stop Microstorm and run
            %s
          """
          .formatted(local, LauncherCommand.of(data, "--address=0.0.0.0"));
    }
    QrText code = QrText.of(network.get().toString());
    return "Join link: %s%n%n%s"
        .formatted(network.get(), terminal ? code.coloured() : code.plain());
  }

  /** Whether the launcher's output goes to a terminal with colours, as the start script found. */
  public static boolean onTerminal() {
    return Boolean.getBoolean("microstorm.terminal");
  }
}
