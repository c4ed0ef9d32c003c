package microstorm.report.document;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.Callable;
import microstorm.report.book.SessionReports.Documented;

/**
 * Measures page and PDF of a report with 2,000 ideas: processor time, with the page as the floor of
 * the same run, and the heap that is in use at most while a PDF is rendered.
 */
public final class DocumentBench {

  private static final int IDEAS = Integer.getInteger("ideas", 2_000);
  private static final int ROUNDS = Integer.getInteger("rounds", 5);
  private static final long MEGABYTE = 1_000_000;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private DocumentBench() {}

  public static void main(String[] arguments) throws Exception {
    Documented report = SampleReports.large(IDEAS);
    String source = PdfReport.page(report);
    PdfReport.render(source);
    long page = median(() -> HtmlReport.render(report));
    long pdf = median(() -> PdfReport.render(source));
    System.out.printf(
        "%d ideas: page %d ms, PDF %d ms of processor time (%.1f times the page), %d KB%n",
        IDEAS, page, pdf, (double) pdf / Math.max(1, page), PdfReport.render(source).length / 1000);
    System.out.printf("heap in use above that before: %d MB%n", extraHeap(source) / MEGABYTE);
  }

  private static long median(Callable<?> work) throws Exception {
    long[] times = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      work.call();
      times[i] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    }
    Arrays.sort(times);
    return times[ROUNDS / 2] / NANOS_PER_MILLI;
  }

  /** Collects garbage again and again, so that only what is reachable counts. */
  private static long extraHeap(String source) throws InterruptedException {
    long before = used();
    long most = before;
    Thread rendering = new Thread(() -> PdfReport.render(source));
    rendering.start();
    while (rendering.isAlive()) {
      most = Math.max(most, used());
      rendering.join(100);
    }
    return most - before;
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
