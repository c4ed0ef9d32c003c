package microstorm.local.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import microstorm.local.FirstTeam;
import microstorm.local.LocalSystem;
import microstorm.local.setup.Checkout;
import microstorm.local.setup.LocalOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./microstorm start}, which is also the default command. */
@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    description = "Starts the system and runs until Ctrl-C (the default).")
final class StartCommand implements Callable<Integer> {
  private static final Duration STOP_LIMIT = Duration.ofMillis(14_500);

  @Mixin private Settings settings;

  @Override
  public Integer call() throws InterruptedException {
    return settings.run();
  }

  /** The options of a start. */
  static final class Settings {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
        names = "--port",
        defaultValue = "8080",
        paramLabel = "<port>",
        description = "The port on localhost (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
        names = "--data",
        paramLabel = "<directory>",
        description = "The directory for data and logs (default: .microstorm in the checkout).")
    private Path data;

    @Option(names = "--fresh", description = "Delete the data of earlier runs first.")
    private boolean fresh;

    @Option(names = "--no-sample", description = "Do not import the sample log.")
    private boolean noSample;

    @Option(names = "--replicas", hidden = true, defaultValue = "1")
    private int replicas;

    int run() throws InterruptedException {
      requireBetween("--port", port, 1, 65_535);
      requireBetween("--replicas", replicas, 1, 9);
      LocalSystem system =
          new LocalSystem(
              new LocalOptions(
                  Checkout.root(),
                  data == null ? Checkout.root().resolve(".microstorm") : data,
                  port,
                  fresh,
                  !noSample,
                  replicas,
                  System.out));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(system), "stop"));
      Instant begin = Instant.now();
      system.start();
      summarize(system, Duration.between(begin, Instant.now()));
      system.archiveClasses();
      new CountDownLatch(1).await();
      return 0;
    }

    private void requireBetween(String option, int value, int least, int most) {
      if (value < least || value > most) {
        throw new ParameterException(
            command.commandLine(),
            option + " must be a number from " + least + " to " + most + ", not " + value);
      }
    }

    private static void stop(LocalSystem system) {
      Thread closing = new Thread(system::close, "closing");
      closing.start();
      try {
        closing.join(STOP_LIMIT.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private static boolean isDefault(Path data) {
      return data.equals(Checkout.root().resolve(".microstorm"));
    }

    private static void summarize(LocalSystem system, Duration took) {
      System.out.printf(
          """

          Microstorm is running (started in %d s). Press Ctrl-C to stop it.

            Web           %s/
            Owner's key   %s
            Data, logs    %s, %s

          Try the API in another terminal:

            TOKEN=$(./microstorm token%s)
            curl -H "Authorization: Bearer $TOKEN" %s/api/reports
            curl -H "Authorization: Bearer $TOKEN" -H "Accept: text/markdown" %s/api/logs

          """,
          took.toSeconds(),
          system.baseUrl(),
          system.data().resolve(FirstTeam.OWNER_KEY),
          system.data(),
          system.data().resolve("logs"),
          isDefault(system.data()) ? "" : " --data=" + system.data(),
          system.baseUrl(),
          system.baseUrl());
      System.out.flush();
    }
  }
}
