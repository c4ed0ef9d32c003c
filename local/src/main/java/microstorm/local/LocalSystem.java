package microstorm.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import microstorm.client.Api;
import microstorm.embedded.ClassArchive;
import microstorm.embedded.ClassArchiver;
import microstorm.embedded.Processes;
import microstorm.local.backup.DataVersion;
import microstorm.local.process.OrphanReaper;
import microstorm.local.process.ProcessTree;
import microstorm.local.process.Supervised;
import microstorm.local.setup.Checkout;
import microstorm.local.setup.DataDirectory;
import microstorm.local.setup.LocalOptions;
import microstorm.local.setup.Microservice;
import microstorm.local.setup.Progress;
import microstorm.local.setup.RunState;
import microstorm.local.setup.StartException;
import microstorm.local.setup.Upstreams;

/**
 * The whole product as processes of this machine, for {@code ./microstorm} and for the system
 * tests.
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

  /** Starts a system with its team and, if requested, the sample log. */
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
   * Starts everything and returns when the system is ready. {@link #close()} from another thread
   * stops it at any time.
   *
   * @throws StartException with the reason, if the system does not start
   */
  public void start() {
    prepare();
    tree.start();
    FirstTeam team = new FirstTeam(data, new Api(baseUrl()), progress);
    progress.timed("the team", team::create);
    if (options.sample()) {
      progress.timed(
          "the sample log", () -> team.importSample(Checkout.sample(options.checkout())));
    }
  }

  /**
   * Starts to archive the classes that the processes have loaded, unless they are archived already.
   * Later starts of this build then take two thirds of the time.
   */
  public void archiveClasses() {
    List<ClassArchive> archives = new ArrayList<>(classArchives());
    Path classList = Checkout.launcherClasses();
    if (Files.exists(classList)) {
      archives.add(
          ClassArchive.ofThisProgram(
              Checkout.classArchives(options.checkout()).resolve("launcher"),
              classList,
              Checkout.launcher()));
    }
    archiver.write(archives);
  }

  /** The class archives of all programs; an archive may not be written yet. */
  List<ClassArchive> classArchives() {
    return tree.classArchives();
  }

  /** The address of the system, such as {@code http://localhost:8080}. */
  public URI baseUrl() {
    return options.address().localUrl(proxy.port());
  }

  /** The address of each replica of a service, without the proxy. */
  public List<URI> replicas(Microservice service) {
    return tree.addresses(service).stream()
        .map(address -> URI.create("http://" + address.host() + ":" + address.port()))
        .toList();
  }

  /** The directory of all data and logs. */
  public Path data() {
    return data.root();
  }

  /** The owner key of the first team. */
  public String ownerKey() {
    return data.secret(FirstTeam.OWNER_KEY);
  }

  /** The slug of the first team. */
  public String teamSlug() {
    try {
      return FirstTeam.slug(data.root());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Requests a new owner's token for the first team. */
  public String ownerToken() {
    return new Api(baseUrl()).token(teamSlug(), ownerKey());
  }

  /** The process id of each running child, by name. */
  public Map<String, Long> pids() {
    Map<String, Long> pids = new TreeMap<>();
    for (Supervised process : tree.all()) {
      process.handle().filter(Processes::runs).ifPresent(p -> pids.put(process.name(), p.pid()));
    }
    return pids;
  }

  /** Kills a child with SIGKILL; the supervisor restarts it. */
  public void kill(String name) {
    tree.find(name).kill();
  }

  /** Stops a child cleanly, and does not restart it until {@link #startAgain(String)}. */
  public void stop(String name) {
    tree.hold(name, true);
    tree.find(name).stop();
  }

  /** Starts a child that was stopped. */
  public void startAgain(String name) {
    tree.hold(name, false);
  }

  /**
   * Waits until every child is ready, except those that were stopped with {@link #stop(String)}.
   *
   * @throws StartException if that takes too long
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
      throw new StartException("Stopped before the start.");
    }
    for (Microservice service : Microservice.values()) {
      service.jar(options.checkout());
    }
    data = DataDirectory.open(options.data());
    OrphanReaper.awaitGone(data.root(), progress);
    Upstreams upstreams = new Upstreams();
    proxy = Proxy.listen(options.address(), options.port(), upstreams);
    if (options.fresh()) {
      data.empty();
    }
    data.requireComplete();
    DataVersion.claim(data.root(), options.checkout());
    archiver = new ClassArchiver(data.logs().resolve("class-archives.log"));
    tree = new ProcessTree(options, data, proxy.port(), upstreams, progress);
  }
}
