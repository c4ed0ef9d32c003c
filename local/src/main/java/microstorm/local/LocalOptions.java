package microstorm.local;

import java.io.PrintStream;
import java.nio.file.Path;

/**
 * What to start and where.
 *
 * @param checkout the project's root, with the built services and the samples below it
 * @param data everything that is kept from one start to the next
 * @param port the proxy's port on 127.0.0.1; 0: a free one
 * @param fresh whether to forget the data first
 * @param sample whether to import the sample log on the first start
 * @param replicas how many processes each service has
 * @param out where progress is told
 */
public record LocalOptions(
    Path checkout,
    Path data,
    int port,
    boolean fresh,
    boolean sample,
    int replicas,
    PrintStream out) {

  /** A system for a test: free ports, no sample, one process a service. */
  public static LocalOptions of(Path checkout, Path data) {
    return new LocalOptions(checkout, data, 0, false, false, 1, System.out);
  }

  /** The same with the sample log, or without. */
  public LocalOptions withSample(boolean imported) {
    return new LocalOptions(checkout, data, port, fresh, imported, replicas, out);
  }

  /** The same with another number of processes a service. */
  public LocalOptions withReplicas(int count) {
    return new LocalOptions(checkout, data, port, fresh, sample, count, out);
  }

  /** The same on a given port of the proxy. */
  public LocalOptions withPort(int number) {
    return new LocalOptions(checkout, data, number, fresh, sample, replicas, out);
  }
}
