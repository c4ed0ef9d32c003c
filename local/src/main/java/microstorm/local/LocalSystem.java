package microstorm.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import microstorm.client.Api;
import microstorm.embedded.ClassArchive;
import microstorm.embedded.ClassArchiver;
import microstorm.embedded.Processes;

/**
 * The whole product as processes of this machine: what {@code ./microstorm} runs and what the
 * system tests run against.
 *
 * <p>Its processes are named {@code postgres}, {@code kafka}, {@code session-service}, {@code
 * idea-service} and {@code report-service}; with several replicas {@code session-service-1} and so
 * on.
 */
public final class LocalSystem implements AutoCloseable {
  private final LocalOptions options;
  private final Progress progress;
  private DataDirectory data;
  private ProcessTree tree;
  private Proxy proxy;
  private ClassArchiver archiver;
  private boolean closed;

  public LocalSystem(LocalOptions options) {
    this.options = options;
    this.progress = new Progress(options.out());
  }

  /** A system that is started, with its team, and the sample log if it was asked for. */
  public static LocalSystem start(LocalOptions options) {
    LocalSystem system = new LocalSystem(options);
    try {
      system.start();
      return system;
    } catch (RuntimeException e) {
      system.close();
      throw e;
    }
  }

  /**
   * Starts everything and returns when it can be used. {@link #close()} from another thread ends it
   * at any point.
   *
   * @throws StartException with one sentence that says why it does not start
   */
  public void start() {
    prepare();
    tree.start();
    FirstTeam team = new FirstTeam(data, new Api(baseUrl()), progress);
    progress.timed("the team", () -> run(team::create));
    if (options.sample()) {
      progress.timed(
          "the sample log",
          () -> run(() -> team.importSample(Checkout.sample(options.checkout()))));
    }
  }

  /**
   * Begins to archive the classes that the processes have loaded, if that is not done: later starts
   * of this build take two thirds of the time.
   */
  void archiveClasses() {
    archiver.write(classArchives());
  }

  /** The archive of each program's classes, written or not. */
  List<ClassArchive> classArchives() {
    return tree.classArchives();
  }

  /** Where the product answers, such as {@code http://localhost:8080}. */
  public URI baseUrl() {
    return URI.create("http://localhost:" + proxy.port());
  }

  /** Where each replica of a service answers by itself, past {@link #baseUrl()}. */
  List<URI> replicas(Microservice service) {
    return tree.addresses(service).stream()
        .map(address -> URI.create("http://" + address.host() + ":" + address.port()))
        .toList();
  }

  /** The directory of all data and logs. */
  public Path data() {
    return data.root();
  }

  /** The key that makes owner's tokens for the first team. */
  public String ownerKey() {
    return data.secret(FirstTeam.OWNER_KEY);
  }

  /** The first team's name in addresses. */
  public String teamSlug() {
    try {
      return FirstTeam.slug(data.root());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A fresh owner's token of the first team. */
  public String ownerToken() {
    return new Api(baseUrl()).token(teamSlug(), ownerKey());
  }

  /** The process number of each child that runs, by name. */
  public Map<String, Long> pids() {
    Map<String, Long> pids = new TreeMap<>();
    for (Supervised process : tree.all()) {
      process.handle().filter(Processes::runs).ifPresent(p -> pids.put(process.name(), p.pid()));
    }
    return pids;
  }

  /** SIGKILL to a child; it is started again by itself. */
  public void kill(String name) {
    tree.find(name).kill();
  }

  /** Ends a child in good order, and leaves it down until {@link #startAgain(String)}. */
  public void stop(String name) {
    tree.hold(name, true);
    tree.find(name).stop();
  }

  /** Starts a child that was stopped. */
  public void startAgain(String name) {
    tree.hold(name, false);
  }

  /**
   * Waits until every child that is not stopped on purpose is ready.
   *
   * @throws StartException if that takes longer than the patience
   */
  public void awaitReady(Duration patience) {
    tree.awaitReady(patience);
  }

  /** Stops everything: first the proxy and the services, then Kafka, then Postgres. */
  @Override
  public void close() {
    ProcessTree running;
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      running = tree;
    }
    if (running != null) {
      archiver.close();
      running.close();
    }
    if (proxy != null) {
      proxy.close();
    }
    if (data != null) {
      RunState.forget(data.root());
      data.close();
    }
  }

  private synchronized void prepare() {
    if (closed) {
      throw new StartException("Stopped before it was started.");
    }
    for (Microservice service : Microservice.values()) {
      service.jar(options.checkout());
    }
    data = DataDirectory.open(options.data());
    Leftovers.awaitGone(data.root(), progress);
    Origins origins = new Origins();
    proxy = Proxy.listen(options.port(), origins);
    if (options.fresh()) {
      data.empty();
    }
    archiver = new ClassArchiver(data.logs().resolve("class-archives.log"));
    tree = new ProcessTree(options, data, proxy.port(), origins, progress);
  }

  private static Void run(Runnable work) {
    work.run();
    return null;
  }
}
