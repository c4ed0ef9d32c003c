package microstorm.report.deletion;

import jakarta.enterprise.context.ApplicationScoped;

/** Runs the job that removes the rows of deleted sessions, for tests of other packages. */
@ApplicationScoped
public class DeletionJobs {

  private final ReportRowRemover rows;

  DeletionJobs(ReportRowRemover rows) {
    this.rows = rows;
  }

  public void removeRows() {
    rows.removeLeftOver();
  }
}
