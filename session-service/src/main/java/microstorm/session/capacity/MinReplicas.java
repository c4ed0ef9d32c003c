package microstorm.session.capacity;

/**
 * The least number of replicas that an object of the cluster asks for, and what is remembered about
 * it there.
 *
 * @param value what the object says now
 * @param operators what the operator said when it was raised; null when it is not raised
 * @param raisedTo what it was raised to; null when it is not raised
 */
record MinReplicas(int value, Integer operators, Integer raisedTo) {

  /** A floor that only the operator has set. */
  static MinReplicas of(int value) {
    return new MinReplicas(value, null, null);
  }

  /**
   * What it is to be. Who set it to nothing has switched the service off: that stays.
   *
   * @param needed the replicas that the expected people ask for
   * @param most the replicas that the operator allows
   * @param taken whether somebody else has set the value since it was raised, be it to the same
   */
  MinReplicas wanted(int needed, int most, boolean taken) {
    int theirs = operators(taken);
    int wanted = Math.min(needed, most);
    return theirs > 0 && wanted > theirs ? new MinReplicas(wanted, theirs, wanted) : of(theirs);
  }

  /** What the operator set: what is remembered, unless the value is not ours any more. */
  int operators(boolean taken) {
    return isRaised() && !taken ? operators : value;
  }

  private boolean isRaised() {
    return operators != null && raisedTo != null && value == raisedTo;
  }
}
