package microstorm.report.rebuild;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The sessions and teams of the running model that were not rebuilt, by reason. */
final class KeptKeys {

  private static final int IDS = 20;

  private static final String KEPT =
      """
      select * from (
        select why, key, count(*) over (partition by why) as all_of_them,
          row_number() over (partition by why order by key) as place
        from (
          select coalesce(k.kept, :unknown) as why, known.key
          from (
            select session_id as key from ${running}.report union select id from ${running}.team
          ) as known
          left join rebuild.rebuild_key k on k.key = known.key
          where (k.key is null or k.kept is not null)
            and not exists (select from ${running}.deleted_key d where d.key = known.key)
        ) as kept
      ) as placed where place <= :most order by why, place
      """;

  private KeptKeys() {}

  private record Reason(String why, long number) {}

  /** A line for each reason, with some of the ids. */
  static List<String> describe(Handle handle, String running) {
    Map<Reason, List<String>> ids = new LinkedHashMap<>();
    handle
        .createQuery(KEPT.replace("${running}", running))
        .bind("unknown", KeyRegister.EXPIRED)
        .bind("most", IDS)
        .map(
            (row, context) ->
                Map.entry(
                    new Reason(row.getString("why"), row.getLong("all_of_them")),
                    row.getString("key")))
        .forEach(
            entry ->
                ids.computeIfAbsent(entry.getKey(), reason -> new ArrayList<>())
                    .add(entry.getValue()));
    return ids.entrySet().stream().map(entry -> line(entry.getKey(), entry.getValue())).toList();
  }

  private static String line(Reason reason, List<String> ids) {
    long more = reason.number() - ids.size();
    return "Kept, not rebuilt, because %s: %s%s"
        .formatted(
            reason.why(), String.join(", ", ids), more > 0 ? " and %,d more".formatted(more) : "");
  }
}
