package microstorm.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import microstorm.client.Api;
import microstorm.local.setup.FileProblem;
import microstorm.local.setup.RunState;
import microstorm.local.setup.StartException;

/** The owner of the first team of a running system. */
public record Owner(Api api, Path data) {

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
   * @throws StartException if the team does not exist yet or its key cannot be read
   */
  public String token() {
    try {
      String key = Files.readString(keyFile()).strip();
      return api.token(FirstTeam.slug(data), key);
    } catch (NoSuchFileException e) {
      throw new StartException(
          Files.exists(data.resolve(FirstTeam.TEAM))
              ? "The owner's key is missing: " + keyFile() + "."
              : "The team does not exist yet. Try again in a moment.",
          e);
    } catch (IOException e) {
      throw new StartException("Cannot read the owner's key: " + FileProblem.of(e) + ".", e);
    }
  }
}
