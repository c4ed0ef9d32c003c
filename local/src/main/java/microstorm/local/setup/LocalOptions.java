package microstorm.local.setup;

import java.io.PrintStream;
import java.nio.file.Path;

/**
 * The options of a local system.
 *
 * @param checkout the project's root, with the built services and the samples below it
 * @param data the directory of everything that is kept from one start to the next
 * @param address the proxy's address
 * @param port the proxy's port; 0 for a free one
 * @param fresh whether to delete the data first
 * @param sample whether to import the sample log on the first start
 * @param replicas the number of processes of each service
 * @param out the output for progress
 */
public record LocalOptions(
    Path checkout,
    Path data,
    ListenAddress address,
    int port,
    boolean fresh,
    boolean sample,
    int replicas,
    PrintStream out) {

  /** Options for a test: free ports, no sample, one process for each service. */
  public static LocalOptions of(Path checkout, Path data) {
    return new LocalOptions(checkout, data, ListenAddress.LOCAL, 0, false, false, 1, System.out);
  }

  /** A copy with or without the sample log. */
  public LocalOptions withSample(boolean imported) {
    return new LocalOptions(checkout, data, address, port, fresh, imported, replicas, out);
  }

  /** A copy with another number of processes for each service. */
  public LocalOptions withReplicas(int count) {
    return new LocalOptions(checkout, data, address, port, fresh, sample, count, out);
  }

  /** A copy with another port of the proxy. */
  public LocalOptions withPort(int number) {
    return new LocalOptions(checkout, data, address, number, fresh, sample, replicas, out);
  }
}
