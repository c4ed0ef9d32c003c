package microstorm.local.process;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Postgres or Kafka as a supervised process. */
record Server(
    String name,
    String version,
    int port,
    Supplier<?> starting,
    BooleanSupplier living,
    Runnable stopping,
    Runnable killing,
    Supplier<Optional<ProcessHandle>> handling)
    implements Supervised {

  @Override
  public void start() {
    starting.get();
  }

  @Override
  public boolean alive() {
    return living.getAsBoolean();
  }

  @Override
  public boolean ready() {
    return alive();
  }

  @Override
  public void stop() {
    stopping.run();
  }

  @Override
  public void kill() {
    killing.run();
  }

  @Override
  public Optional<ProcessHandle> handle() {
    return handling.get();
  }
}
