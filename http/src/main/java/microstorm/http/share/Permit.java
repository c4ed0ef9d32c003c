package microstorm.http.share;

/** The right to use a part of a shared capacity. */
@FunctionalInterface
public interface Permit extends AutoCloseable {

  /** Returns the part. Later calls do nothing. */
  @Override
  void close();
}
