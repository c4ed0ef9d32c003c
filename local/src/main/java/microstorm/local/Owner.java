package microstorm.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import microstorm.client.Answer;
import microstorm.client.Api;
import microstorm.local.setup.FileProblem;
import microstorm.local.setup.LauncherCommand;
import microstorm.local.setup.RunState;
import microstorm.local.setup.StartException;

/** The owner of the first team of a running system. */
public record Owner(Api api, Path data) {
  /** The statuses of a key that is malformed, wrong or revoked. */
  private static final Set<Integer> REFUSED = Set.of(400, 401);

  public static Owner of(RunState running, Path data) {
    return new Owner(new Api(running.localUrl()), data);
  }

  /** The file with the key. */
  public Path keyFile() {
    return data.resolve(FirstTeam.OWNER_KEY);
  }

  /**
   * Requests a new token.
   *
   * @throws StartException if the team does not exist yet, or if its key is missing, cannot be read
   *     or is refused; the message has the command that adds a new key
   */
  public String token() {
    Answer answer = api.exchange(slug(), key());
    if (REFUSED.contains(answer.status())) {
      throw new StartException(
          "The service refuses the owner's key in " + keyFile() + "." + resetHint());
    }
    return answer.expect(200).path("token").asText();
  }

  /** The slug of the team. */
  String slug() {
    if (!Files.exists(data.resolve(FirstTeam.TEAM))) {
      throw new StartException("The team does not exist yet. Try again in a moment.");
    }
    try {
      return FirstTeam.slug(data);
    } catch (IOException e) {
      throw new StartException("Cannot read the team's name: " + FileProblem.of(e) + ".", e);
    }
  }

  private String key() {
    try {
      return Files.readString(keyFile()).strip();
    } catch (NoSuchFileException e) {
      throw new StartException("The owner's key is missing: " + keyFile() + "." + resetHint(), e);
    } catch (IOException e) {
      throw new StartException("Cannot read the owner's key: " + FileProblem.of(e) + ".", e);
    }
  }

  private String resetHint() {
    return " Add a new key with this command:\n  " + LauncherCommand.of(data, "token", "--reset");
  }
}
