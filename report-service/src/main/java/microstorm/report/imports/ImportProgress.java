package microstorm.report.imports;

/**
 * How many sessions and ideas of an import have come how far.
 *
 * @param created sessions that session-service has taken in
 * @param projected sessions that are complete here
 * @param failed sessions that did not get in
 * @param ideas in the log
 * @param ideasCreated that have arrived here
 * @param ideasProjected that belong to a session which is complete here
 */
public record ImportProgress(
    int created, int projected, int failed, int ideas, int ideasCreated, int ideasProjected) {}
