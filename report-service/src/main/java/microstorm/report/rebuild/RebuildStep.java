package microstorm.report.rebuild;

/** The steps of a rebuild, after each of which a crash leaves a model that is whole. */
enum RebuildStep {
  CREATED,
  FILLED,
  PAUSED,
  COMPARED,
  REPLACED,
  COMMITTED
}
