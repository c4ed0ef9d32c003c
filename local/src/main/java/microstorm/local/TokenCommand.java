package microstorm.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import microstorm.client.Api;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./microstorm token}: an owner's token for curl. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = "Prints a fresh owner's token of the running system's team.")
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
      throw new StartException("The team is not created yet (" + e.getMessage() + ").", e);
    }
  }
}
