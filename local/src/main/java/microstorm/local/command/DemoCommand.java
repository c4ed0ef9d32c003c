package microstorm.local.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import microstorm.client.Api;
import microstorm.local.FirstTeam;
import microstorm.local.RunningSystem;
import microstorm.local.demo.Demo;
import microstorm.local.demo.Pace;
import microstorm.local.setup.StartException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./microstorm demo}: runs a whole session with simulated people. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a whole session with simulated people on the running system, shows what happens,",
      "and prints the address of the report."
    })
final class DemoCommand implements Callable<Integer> {
  private static final double SLOWEST = 0.1;
  private static final double FASTEST = 100;

  @Spec private CommandSpec command;
  @Mixin private RunningSystem running;

  @Option(
      names = "--speed",
      defaultValue = "1",
      paramLabel = "<factor>",
      description = "The speed, 0.1 to 100; at 1 the demo takes about a minute and a half.")
  private double speed;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "<number>",
      description = "The seed of the random choices in the demo (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() throws InterruptedException {
    if (!(speed >= SLOWEST && speed <= FASTEST)) {
      throw new ParameterException(
          command.commandLine(), "--speed must be a number from 0.1 to 100, not " + speed);
    }
    URI base = URI.create("http://localhost:" + running.state().port());
    Path data = running.data();
    try {
      Api api = new Api(base);
      String slug = FirstTeam.slug(data);
      String key = Files.readString(data.resolve(FirstTeam.OWNER_KEY)).strip();
      String session = new Demo(api, new Pace(speed), seed, System.out).run(api.token(slug, key));
      System.out.printf(
          "%nThe report: %s/api/reports/%s%n"
              + "  curl -H \"Authorization: Bearer $(./microstorm token --data %3$s)\" %1$s/api/reports/%2$s%n",
          base, session, data);
      return 0;
    } catch (IOException e) {
      throw new StartException(
          "The team does not exist yet: " + e.getMessage() + ". Try again in a moment.", e);
    }
  }
}
