package microstorm.local.process;

import io.vertx.core.net.SocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import microstorm.embedded.ClassArchive;
import microstorm.local.setup.Checkout;
import microstorm.local.setup.DataDirectory;
import microstorm.local.setup.LocalOptions;
import microstorm.local.setup.Logs;
import microstorm.local.setup.Microservice;
import microstorm.local.setup.Progress;
import microstorm.local.setup.RunState;
import microstorm.local.setup.StartException;
import microstorm.local.setup.Upstreams;

/**
 * The tree of all child processes: starts them in order, supervises them, and stops them in reverse
 * order.
 */
public final class ProcessTree implements AutoCloseable {
  private static final Duration START_PATIENCE = Duration.ofMinutes(3);
  private static final int START_TRIES = 3;

  private final LocalOptions options;
  private final DataDirectory data;
  private final int proxyPort;
  private final Upstreams upstreams;
  private final Progress progress;
  private final Servers servers;
  private final List<Supervised> supervisedServers;
  private final Map<Microservice, List<Replica>> replicas = new EnumMap<>(Microservice.class);
  private final Parallel parallel;
  private Supervisor supervisor;
  private volatile boolean closing;

  public ProcessTree(
      LocalOptions options,
      DataDirectory data,
      int proxyPort,
      Upstreams upstreams,
      Progress progress) {
    this.options = options;
    this.data = data;
    this.proxyPort = proxyPort;
    this.upstreams = upstreams;
    this.progress = progress;
    parallel = new Parallel(progress, this::pause);
    servers = new Servers(data, Checkout.classArchives(options.checkout()));
    supervisedServers = servers.supervised();
  }

  public void start() {
    parallel.run(Map.of("Postgres", servers::startPostgres, "Kafka", servers::startKafka));
    addReplicas();
    supervisor = new Supervisor(all(), progress, this::publish);
    for (int number = 0; number < options.replicas(); number++) {
      startWave(number);
    }
    supervisor.watch(data.logs());
    awaitReady(START_PATIENCE);
  }

  public List<Supervised> all() {
    List<Supervised> all = new ArrayList<>(supervisedServers);
    all.addAll(allReplicas());
    return all;
  }

  public Supervised find(String name) {
    return all().stream()
        .filter(process -> process.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no process " + name + "."));
  }

  public synchronized List<SocketAddress> addresses(Microservice service) {
    return replicas.get(service).stream().map(Replica::address).toList();
  }

  public void hold(String name, boolean held) {
    supervisor.hold(find(name), held);
  }

  public void awaitReady(Duration patience) {
    Instant deadline = Instant.now().plus(patience);
    Predicate<Supervised> fine = supervisor::readyOrHeld;
    while (!all().stream().allMatch(fine)) {
      if (Instant.now().isAfter(deadline)) {
        List<String> late = all().stream().filter(fine.negate()).map(Supervised::name).toList();
        throw new StartException(String.join(", ", late) + " did not become ready in time.");
      }
      pause();
    }
  }

  /** The class archive of each program. */
  public synchronized List<ClassArchive> classArchives() {
    Stream<ClassArchive> services =
        replicas.values().stream().map(all -> all.get(0).classArchive());
    return Stream.concat(servers.kafka().classArchive().stream(), services).toList();
  }

  @Override
  public void close() {
    closing = true;
    if (supervisor != null) {
      supervisor.close();
    }
    parallel.stop(allReplicas());
    servers.stop();
  }

  private synchronized void addReplicas() {
    String jwks =
        "http://"
            + options.address().serviceHost()
            + ":"
            + proxyPort
            + "/api/sessions/.well-known/jwks.json";
    for (Microservice service : Microservice.values()) {
      Map<String, String> settings = new HashMap<>(servers.settingsOf(service));
      settings.put("MICROSTORM_TOKENS_KEYS_DIRECTORY", data.resolve("keys").toString());
      settings.put("MICROSTORM_HTTP_JWKS_URL", jwks);
      settings.put("MICROSTORM_MESSAGING_INBOX_RETENTION", Servers.INBOX_RETENTION.toDays() + "d");
      List<Replica> added = new ArrayList<>();
      for (int number = 1; number <= options.replicas(); number++) {
        String name = service.label() + (options.replicas() == 1 ? "" : "-" + number);
        Path log = data.logs().resolve(name + ".log");
        added.add(new Replica(name, service, options.checkout(), log, settings));
      }
      replicas.put(service, added);
    }
  }

  private synchronized List<Replica> allReplicas() {
    return Stream.of(Microservice.values())
        .flatMap(service -> replicas.getOrDefault(service, List.of()).stream())
        .toList();
  }

  /**
   * Starts one replica of each service. Starting all replicas at once would overload a small
   * machine.
   */
  private void startWave(int number) {
    List<Replica> wave = replicas.values().stream().map(all -> all.get(number)).toList();
    wave.forEach(this::launch);
    publish();
    Map<String, Runnable> waits = new HashMap<>();
    wave.forEach(replica -> waits.put(replica.name(), () -> awaitStarted(replica)));
    parallel.run(waits);
  }

  private void launch(Replica replica) {
    if (closing) {
      throw new StartException("Stopped while starting.");
    }
    replica.start();
  }

  private void awaitStarted(Replica replica) {
    Instant deadline = Instant.now().plus(START_PATIENCE);
    int tries = 1;
    while (!replica.ready()) {
      if (!replica.alive() && tries < START_TRIES) {
        tries++;
        progress.say("  " + replica.name() + " stopped during its start; trying again");
        launch(replica);
        publish();
      } else if (!replica.alive() || Instant.now().isAfter(deadline)) {
        throw new StartException(
            "The %s did not start. The end of its log %s:%n%s"
                .formatted(replica.name(), replica.log(), Logs.tail(replica.log())));
      }
      pause();
    }
  }

  /** Updates the proxy's list of ready replicas, and the file of running processes. */
  private synchronized void publish() {
    if (closing) {
      return;
    }
    replicas.forEach(
        (service, all) ->
            upstreams.set(
                service, all.stream().filter(supervisor::ready).map(Replica::address).toList()));
    List<RunState.Child> children =
        all().stream()
            .flatMap(
                process ->
                    process.handle().stream()
                        .map(
                            handle ->
                                RunState.Child.of(
                                    process.name(),
                                    process.version(),
                                    handle,
                                    process.port(),
                                    process.managementPort())))
            .toList();
    RunState.Child launcher =
        RunState.Child.of("launcher", Checkout.version(), ProcessHandle.current(), proxyPort, 0);
    new RunState(options.address().literal(), proxyPort, launcher, children).write(data.root());
  }

  private void pause() {
    if (closing) {
      throw new StartException("Stopped while starting.");
    }
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartException("Interrupted while starting.", e);
    }
  }
}
