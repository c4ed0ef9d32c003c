package microstorm.local.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import microstorm.local.LocalSystem;
import microstorm.local.setup.Checkout;
import microstorm.local.setup.ListenAddress;
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
        names = "--address",
        defaultValue = "127.0.0.1",
        paramLabel = "<address>",
        description = {
          "The address to listen on: 0.0.0.0 lets phones and computers of the network take part",
          "(default: ${DEFAULT-VALUE}, this machine only)."
        })
    private String address;

    @Option(
        names = "--port",
        defaultValue = "8080",
        paramLabel = "<port>",
        description = "The port (default: ${DEFAULT-VALUE}).")
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

    @Option(
        names = "--no-build",
        description = "Start the present build, even if the sources are newer.")
    private boolean noBuild;

    @Option(names = "--replicas", hidden = true, defaultValue = "1")
    private int replicas;

    int run() throws InterruptedException {
      requireBetween("--port", port, 1, 65_535);
      requireBetween("--replicas", replicas, 1, 9);
      ListenAddress listening = ListenAddress.parse(address);
      LocalSystem system =
          new LocalSystem(
              new LocalOptions(
                  Checkout.root(),
                  data == null ? Checkout.defaultData() : data,
                  listening,
                  port,
                  fresh,
                  !noSample,
                  replicas,
                  System.out));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(system), "stop"));
      Instant begin = Instant.now();
      system.start();
      new Summary(system, listening).print(Duration.between(begin, Instant.now()));
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
  }
}
