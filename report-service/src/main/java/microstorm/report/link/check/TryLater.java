package microstorm.report.link.check;

/** An address cannot be checked now, for a reason that lies with this service. */
final class TryLater extends Exception {

  private static final long serialVersionUID = 1L;

  TryLater() {
    super(null, null, false, false);
  }
}
