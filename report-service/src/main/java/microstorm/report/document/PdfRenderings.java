package microstorm.report.document;

import io.vertx.core.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import microstorm.http.problem.ProblemException;
import microstorm.report.book.SessionReports.Documented;
import microstorm.report.problem.ReportProblem;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Bounds how many PDFs are rendered at a time and how large they are, because each needs heap. */
@ApplicationScoped
class PdfRenderings {

  private static final long PATIENCE_SECONDS = 10;
  private static final int RETRY_AFTER_SECONDS = 5;

  /** Bounds on the page of which a PDF is made: the heap that it needs grows with its elements. */
  private static final int MAX_CHARACTERS = 1_000_000;

  private static final int MAX_ELEMENTS = 10_000;
  private static final int MAX_LINE_BREAKS = 2_000;

  private final Semaphore places;

  PdfRenderings(
      @ConfigProperty(name = "microstorm.reports.pdf-renderings", defaultValue = "1")
          int renderings) {
    if (renderings < 1) {
      throw new IllegalArgumentException("microstorm.reports.pdf-renderings must be positive.");
    }
    this.places = new Semaphore(renderings, true);
  }

  /**
   * The PDF of a report.
   *
   * @throws ProblemException 503 if no place becomes free in time, 422 if the report is too large
   */
  byte[] render(Documented report) {
    if (Context.isOnEventLoopThread()) {
      throw new IllegalStateException("A PDF takes too long for an event loop.");
    }
    boolean placed = false;
    try {
      placed = places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!placed) {
        throw ProblemException.busy(
            "The service is creating other PDFs. Please try again.", RETRY_AFTER_SECONDS);
      }
      String page = PdfReport.page(report);
      if (isTooLarge(page)) {
        throw ReportProblem.REPORT_TOO_LARGE.exception();
      }
      return PdfReport.render(page);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ProblemException.busy("The service is stopping.", RETRY_AFTER_SECONDS);
    } finally {
      if (placed) {
        places.release();
      }
    }
  }

  private static boolean isTooLarge(String page) {
    return page.length() > MAX_CHARACTERS
        || count(page, "</") > MAX_ELEMENTS
        || count(page, "<br") > MAX_LINE_BREAKS;
  }

  private static int count(String page, String tag) {
    int count = 0;
    for (int at = page.indexOf(tag); at >= 0; at = page.indexOf(tag, at + tag.length())) {
      count++;
    }
    return count;
  }
}
