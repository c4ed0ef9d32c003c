package microstorm.http.problem;

import java.util.Locale;

/**
 * A kind of problem that an operation can answer with (RFC 9457). Each service lists its own in one
 * enum; those of every service are in {@link CommonProblem}, those of several in {@link
 * SharedProblem}. The answers, the API description and docs/problems.md are made from these lists.
 */
public interface ProblemType {

  /** The name of the constant. */
  String name();

  /** What the list says about this kind. */
  ProblemDefinition definition();

  /** The HTTP status, 400 to 599. */
  default int status() {
    return definition().status();
  }

  /** A short name for people, the same for every occurrence. */
  default String title() {
    return definition().title();
  }

  /** The problem in one or two sentences. */
  default String meaning() {
    return definition().meaning();
  }

  /** The remedy for the client in one or two sentences. */
  default String remedy() {
    return definition().remedy();
  }

  /** The stable id, e.g. {@code session-closed}: part of the API. */
  default String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A problem whose detail is the meaning and the remedy. */
  default ProblemException exception() {
    return exception(meaning() + " " + remedy());
  }

  /**
   * A problem with a detail of its own.
   *
   * @param detail the problem of this occurrence and the remedy, without secrets
   */
  default ProblemException exception(String detail) {
    return new ProblemException(this, detail);
  }
}
