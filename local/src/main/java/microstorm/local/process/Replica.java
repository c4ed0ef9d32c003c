package microstorm.local.process;

import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import microstorm.embedded.ChildProcess;
import microstorm.embedded.ClassArchive;
import microstorm.embedded.Ports;
import microstorm.local.setup.Checkout;
import microstorm.local.setup.Logs;
import microstorm.local.setup.Microservice;

/**
 * A process of a service. Each start chooses two new ports, so that a port in use delays the
 * replica only once.
 */
public final class Replica implements Supervised {
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(6);
  private static final List<String> JVM =
      List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");
  private static final String MAIN = "io.quarkus.bootstrap.runner.AotQuarkusEntryPoint";
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final String name;
  private final Path jar;
  private final ClassArchive archive;
  private final Path log;
  private final Map<String, String> environment;
  private int port;
  private int managementPort;
  private ChildProcess process;

  /**
   * Creates a replica without starting it.
   *
   * @param checkout the project's root, with the built service and the class archives below it
   * @param settings the service's settings as environment variables, except for its own addresses
   */
  Replica(
      String name, Microservice service, Path checkout, Path log, Map<String, String> settings) {
    this.name = name;
    jar = service.jar(checkout);
    List<String> jvm = Stream.concat(JVM.stream(), service.jvmOptions().stream()).toList();
    archive =
        ClassArchive.of(
            Checkout.classArchives(checkout).resolve(service.label()),
            log.resolveSibling(name + ".classes"),
            jvm,
            List.of(jar));
    this.log = log;
    environment = new HashMap<>(settings);
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    // the launcher's proxy adds the client's address
    environment.put("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true");
    environment.put("QUARKUS_HTTP_PROXY_TRUSTED_PROXIES", "127.0.0.1");
    environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
    environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
    environment.put("QUARKUS_SHUTDOWN_DELAY", "0");
    environment.put("QUARKUS_SHUTDOWN_TIMEOUT", "3");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public synchronized void start() {
    Logs.startNew(log);
    port = Ports.free();
    managementPort = Ports.free();
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
    process =
        ChildProcess.start(
            ChildProcess.guardedJvm(archive.jvmOptions(), List.of(jar), MAIN, List.of()),
            environment,
            log);
  }

  ClassArchive classArchive() {
    return archive;
  }

  @Override
  public synchronized boolean alive() {
    return process != null && process.alive();
  }

  @Override
  public synchronized Optional<ProcessHandle> handle() {
    return Optional.ofNullable(process).map(ChildProcess::handle);
  }

  @Override
  public void stop() {
    ChildProcess running = running();
    if (running != null) {
      running.stop(STOP_PATIENCE);
    }
  }

  @Override
  public void kill() {
    ChildProcess running = running();
    if (running != null) {
      running.kill();
    }
  }

  @Override
  public String version() {
    return Checkout.version();
  }

  @Override
  public synchronized int port() {
    return port;
  }

  @Override
  public synchronized int managementPort() {
    return managementPort;
  }

  @Override
  public boolean ready() {
    return alive() && isReady(managementPort());
  }

  synchronized SocketAddress address() {
    return SocketAddress.inetSocketAddress(port, "127.0.0.1");
  }

  Path log() {
    return log;
  }

  public static boolean isReady(int managementPort) {
    URI uri = URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready");
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(3)).build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private synchronized ChildProcess running() {
    return process;
  }
}
