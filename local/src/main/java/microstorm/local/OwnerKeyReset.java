package microstorm.local;

import java.net.URI;
import microstorm.client.Answer;
import microstorm.client.Api;
import microstorm.embedded.Directories;
import microstorm.local.setup.LauncherCommand;
import microstorm.local.setup.Microservice;
import microstorm.local.setup.RunState;
import microstorm.local.setup.StartException;

/**
 * Adds an owner key to the first team and stores it in place of the present one. session-service
 * accepts this only on its management port and from this machine. It revokes no key. If the command
 * is interrupted before the new key is stored, that key stays unused, and the command can be
 * repeated.
 */
public final class OwnerKeyReset {
  private static final int CREATED = 201;
  private static final int NOT_FOUND = 404;

  private OwnerKeyReset() {}

  /**
   * Replaces the stored key.
   *
   * @throws StartException if session-service is not running, or if the team does not exist
   */
  public static void run(Owner owner, RunState running) {
    String slug = owner.slug();
    Answer answer =
        new Api(management(owner, running))
            .withoutRetries()
            .send("POST", "/q/teams/" + slug + "/owner-keys", "");
    if (answer.status() == NOT_FOUND) {
      throw new StartException("The team " + slug + " does not exist any more.");
    }
    Directories.writePrivately(owner.keyFile(), answer.expect(CREATED).path("key").asText() + "\n");
  }

  private static URI management(Owner owner, RunState running) {
    int port =
        running.children().stream()
            .filter(child -> child.name().startsWith(Microservice.SESSION.label()))
            .filter(child -> child.managementPort() > 0 && child.process().isPresent())
            .mapToInt(RunState.Child::managementPort)
            .findFirst()
            .orElseThrow(
                () ->
                    new StartException(
                        "The session-service is not running. Repeat the command when this one"
                            + " shows it as ready:\n  "
                            + LauncherCommand.of(owner.data(), "status")));
    return URI.create("http://127.0.0.1:" + port);
  }
}
