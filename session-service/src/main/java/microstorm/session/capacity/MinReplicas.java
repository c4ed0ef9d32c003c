package microstorm.session.capacity;

/**
 * The minimum number of replicas in an object of the cluster, with the values that its annotations
 * remember.
 *
 * @param value the present value in the object
 * @param operators the operator's value when it was raised; null when it is not raised
 * @param raisedTo the value that it was raised to; null when it is not raised
 */
record MinReplicas(int value, Integer operators, Integer raisedTo) {

  /** A minimum that only the operator has set. */
  static MinReplicas of(int value) {
    return new MinReplicas(value, null, null);
  }

  /**
   * The minimum that is needed. An operator who set 0 has switched the service off, so 0 stays.
   *
   * @param needed the number of replicas for the expected people
   * @param most the maximum number of replicas that the operator allows
   * @param taken whether somebody else has set the value since it was raised, even to the same
   *     number
   */
  MinReplicas wanted(int needed, int most, boolean taken) {
    int theirs = operators(taken);
    int wanted = Math.min(needed, most);
    return theirs > 0 && wanted > theirs ? new MinReplicas(wanted, theirs, wanted) : of(theirs);
  }

  /** The operator's value: the remembered one, unless somebody else has changed the value since. */
  int operators(boolean taken) {
    return isRaised() && !taken ? operators : value;
  }

  private boolean isRaised() {
    return operators != null && raisedTo != null && value == raisedTo;
  }
}
