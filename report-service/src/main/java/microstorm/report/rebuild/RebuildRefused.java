package microstorm.report.rebuild;

/** A rebuild is not possible at the moment. The message says why, and what to do. */
final class RebuildRefused extends RuntimeException {

  RebuildRefused(String message) {
    super(message);
  }
}
