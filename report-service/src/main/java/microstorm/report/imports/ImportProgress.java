package microstorm.report.imports;

/**
 * Counts the sessions and ideas of an import by progress.
 *
 * @param sessions sessions that were taken from the log and were not deleted since
 * @param created sessions that session-service has created
 * @param projected sessions that are complete here
 * @param failed sessions that could not be imported
 * @param ideas in the log
 * @param ideasCreated ideas that have arrived here
 * @param ideasProjected ideas that belong to a session which is complete here
 */
public record ImportProgress(
    int sessions,
    int created,
    int projected,
    int failed,
    int ideas,
    int ideasCreated,
    int ideasProjected) {}
