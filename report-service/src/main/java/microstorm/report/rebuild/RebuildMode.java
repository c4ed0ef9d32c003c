package microstorm.report.rebuild;

/** What a rebuild does with the model that it has built. */
public enum RebuildMode {
  /** Replaces what differs. */
  SWAP,
  /** Only reports what differs. */
  COMPARE,
  /** Builds nothing, and brings back the rows that the last rebuild replaced. */
  UNDO
}
