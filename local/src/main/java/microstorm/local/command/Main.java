package microstorm.local.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import microstorm.client.CallFailed;
import microstorm.embedded.EmbeddedServerException;
import microstorm.local.setup.Checkout;
import microstorm.local.setup.FileProblem;
import microstorm.local.setup.LauncherCommand;
import microstorm.local.setup.StartException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/**
 * {@code ./microstorm}: starts the system and runs until Ctrl-C or SIGTERM.
 *
 * <p>Exit codes: 0 if another command succeeds, 1 if the system does not start or is not running, 2
 * for wrong arguments, 130 after Ctrl-C and 143 after SIGTERM, when everything has stopped.
 */
@Command(
    name = "./microstorm",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    usageHelpAutoWidth = true,
    description = {
      "Runs Microstorm on this machine: Postgres, Kafka, three services and one address.",
      "Ctrl-C stops everything."
    },
    footer = {
      "",
      "Exit codes: 1 start failed or not running, 2 wrong arguments, 130 Ctrl-C, 143 SIGTERM."
    },
    subcommands = {
      StartCommand.class,
      PlanCommand.class,
      DemoCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      RebuildCommand.class,
      TokenCommand.class,
      StatusCommand.class
    })
public final class Main implements Callable<Integer> {
  @CommandLine.Mixin private StartCommand.Settings settings;

  private Main() {}

  /** Runs a command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.exit(execute(args));
  }

  public static int execute(String... args) {
    return new CommandLine(new Main())
        .setParameterExceptionHandler(Main::explainArguments)
        .setExecutionExceptionHandler((error, command, parsed) -> explain(error))
        .execute(args);
  }

  @Override
  public Integer call() throws InterruptedException {
    return settings.run();
  }

  private static int explainArguments(ParameterException error, String[] args) {
    System.err.println(error.getMessage() + ". For help:\n  " + LauncherCommand.of("--help"));
    return 2;
  }

  private static int explain(Exception error) throws Exception {
    if (error instanceof StartException
        || error instanceof CallFailed
        || error instanceof EmbeddedServerException) {
      System.err.println(error.getMessage());
      return 1;
    }
    if (error instanceof IOException file) {
      System.err.println("A file cannot be used: " + FileProblem.of(file) + ".");
      return 1;
    }
    if (error instanceof UncheckedIOException file) {
      return explain(file.getCause());
    }
    throw error;
  }

  /** The version in the jar's manifest. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Microstorm " + Checkout.version()};
    }
  }
}
