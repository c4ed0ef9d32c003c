package microstorm.local.command;

import java.util.concurrent.Callable;
import java.util.function.Function;
import microstorm.local.Owner;
import microstorm.local.RunningSystem;
import microstorm.local.demo.Demo;
import microstorm.local.demo.Pace;
import microstorm.local.join.JoinLink;
import microstorm.local.setup.LauncherCommand;
import microstorm.local.setup.RunState;
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
      "and ends with the report."
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

  @Option(
      names = "--join",
      description =
          "Waits in the lobby until you have joined with the link, and gives you time to take part.")
  private boolean joins;

  @Override
  public Integer call() throws InterruptedException {
    if (!(speed >= SLOWEST && speed <= FASTEST)) {
      throw new ParameterException(
          command.commandLine(), "--speed must be a number from 0.1 to 100, not " + speed);
    }
    RunState state = running.state();
    Owner owner = Owner.of(state, running.data());
    Function<String, String> links =
        code -> JoinLink.of(state, running.data(), code).text(JoinLink.onTerminal());
    Demo demo = new Demo(owner.api(), new Pace(speed), seed, links, joins, System.out);
    String session = demo.run(owner.token());
    String address = state.localUrl() + "/api/reports/" + session;
    System.out.printf(
        "%nThe report: %s%n"
            + "  curl -H \"Authorization: Bearer $(%s)\" -H \"Accept: text/markdown\" %s%n",
        address, LauncherCommand.of(running.data(), "token"), address);
    return 0;
  }
}
