package microstorm.local.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import microstorm.client.Api;
import microstorm.local.FirstTeam;
import microstorm.local.RunningSystem;
import microstorm.local.setup.StartException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./microstorm token}: prints an owner's token for curl. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = "Prints a new owner's token for the team of the running system.")
final class TokenCommand implements Callable<Integer> {
  @Mixin private RunningSystem running;

  @Override
  public Integer call() {
    URI base = URI.create("http://localhost:" + running.state().port());
    Path data = running.data();
    try {
      String key = Files.readString(data.resolve(FirstTeam.OWNER_KEY)).strip();
      System.out.println(new Api(base).token(FirstTeam.slug(data), key));
      return 0;
    } catch (IOException e) {
      throw new StartException(
          "The team does not exist yet: " + e.getMessage() + ". Try again in a moment.", e);
    }
  }
}
