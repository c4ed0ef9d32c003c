package microstorm.report.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import microstorm.embedded.Directories;
import microstorm.embedded.postgres.PostgresServer;
import microstorm.report.database.StoredJson;
import microstorm.testing.SharedServers;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/**
 * P10: searches in 100,000 ideas of 1,000 sessions of a team, among as many of others. The floor of
 * the same run is a count by the index alone, without ranking, excerpts and facets. Measures what
 * the notes for the index add to storing ideas, too, in the order A B B A.
 */
final class SearchBench {

  private static final int SESSIONS = Integer.getInteger("sessions", 1_000);
  private static final int IDEAS = Integer.getInteger("ideas", 100);
  private static final int ROUNDS = Integer.getInteger("rounds", 300);
  private static final double BAR_MILLIS = 100;
  private static final long SEED = Long.getLong("seed", 42);

  private final UUID team = UUID.randomUUID();
  private final Jdbi database;
  private final SearchReader reader;
  private final SearchService service;
  private final BenchReports reports;

  private SearchBench(Connection connection) {
    database =
        Jdbi.create(connection)
            .registerArrayType(UUID.class, "uuid")
            .registerArrayType(String.class, "text");
    StoredJson json = new StoredJson(new ObjectMapper());
    reader = new SearchReader(database, json);
    service = new SearchService(database, reader, new Spelling(database));
    reports = new BenchReports(database, SEED);
  }

  public static void main(String[] args) throws Exception {
    Path directory = Path.of("target", "bench-" + UUID.randomUUID()).toAbsolutePath();
    try (PostgresServer postgres =
        new PostgresServer(
                new PostgresServer.Options(
                    SharedServers.POSTGRES,
                    directory.resolve("postgres"),
                    directory.resolve("postgres.log"),
                    0,
                    true,
                    20))
            .start()) {
      PostgresServer.Database access = postgres.createDatabase("bench", "bench", "bench");
      Flyway.configure()
          .dataSource(access.jdbcUrl(), access.username(), access.password())
          .load()
          .migrate();
      try (Connection connection =
          DriverManager.getConnection(access.jdbcUrl(), access.username(), access.password())) {
        new SearchBench(connection).run();
      }
    } finally {
      Directories.delete(directory);
    }
    System.exit(0);
  }

  private void run() {
    fill();
    writes();
    index();
    System.out.printf(
        Locale.ROOT, "%-28s %9s %9s %9s %7s%n", "milliseconds", "p50", "p99", "floor p99", "ratio");
    double worst = 0;
    for (int rank : List.of(0, 2, 20, 200, 2_000)) {
      worst = Math.max(worst, searches("word no. " + (rank + 1), () -> reports.word(rank)));
    }
    worst = Math.max(worst, searches("two words", () -> reports.word() + " " + reports.word()));
    worst =
        Math.max(
            worst, searches("word, without another", () -> reports.word() + " -" + reports.word()));
    worst =
        Math.max(
            worst, searches("phrase", () -> '"' + reports.word() + " " + reports.word() + '"'));
    worst = Math.max(worst, searches("beginning", () -> reports.word().substring(0, 3) + "*"));
    worst = Math.max(worst, searches("typing mistake", () -> reports.mistaken(reports.word())));
    worst = Math.max(worst, searches("any word", reports::word));
    RelatedReports related = new RelatedReports(database);
    List<UUID> sessions = reports.sessions(team);
    worst =
        Math.max(
            worst,
            others(
                "related sessions",
                i ->
                    database.useTransaction(
                        handle -> related.to(team, sessions.get(i % sessions.size())))));
    RecurringTopics topics = new RecurringTopics(database);
    worst = Math.max(worst, others("recurring topics", i -> topics.of(team)));
    System.out.printf(
        Locale.ROOT,
        "worst p99 %.1f ms, bar %.0f ms: %s%n",
        worst,
        BAR_MILLIS,
        worst <= BAR_MILLIS ? "met" : "missed");
  }

  private double searches(String name, Supplier<String> query) {
    SearchReader.Filter filter = new SearchReader.Filter(team, SearchKind.read(null), null, null);
    List<Double> searches = new ArrayList<>();
    List<Double> floors = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      SearchQuery parsed = SearchQuery.parse(query.get());
      searches.add(
          millis(
              () ->
                  database.useTransaction(
                      handle -> service.search(parsed, filter, Optional.empty(), 20))));
      String word = reader.expressions(parsed.terms()).get(0);
      floors.add(millis(() -> count(word)));
    }
    return print(name, searches, floors);
  }

  private double others(String name, Consumer<Integer> read) {
    List<Double> times = new ArrayList<>();
    List<Double> floors = new ArrayList<>();
    for (int i = 0; i < ROUNDS / 3; i++) {
      int round = i;
      times.add(millis(() -> read.accept(round)));
      floors.add(millis(() -> count("'" + reports.word() + "'")));
    }
    return print(name, times, floors);
  }

  /** The same words in the same texts, at most as many as the search orders. */
  private void count(String expression) {
    database.useHandle(
        handle ->
            handle
                .select(
                    "select count(*) from (select from search_entry where team_id = ?"
                        + " and vector @@ ?::tsquery limit 2000) as found",
                    team,
                    "'team/" + team + "' & (" + expression + ")")
                .mapTo(Integer.class)
                .one());
  }

  private static double print(String name, List<Double> times, List<Double> floors) {
    double p99 = quantile(times, 0.99);
    double floor = quantile(floors, 0.99);
    System.out.printf(
        Locale.ROOT,
        "%-28s %9.1f %9.1f %9.1f %7.1f%n",
        name,
        quantile(times, 0.5),
        p99,
        floor,
        p99 / floor);
    return p99;
  }

  private static double quantile(List<Double> times, double share) {
    List<Double> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }

  private static double millis(Runnable act) {
    long start = System.nanoTime();
    act.run();
    return Duration.ofNanos(System.nanoTime() - start).toNanos() / 1e6;
  }

  private void fill() {
    double seconds =
        millis(
                () -> {
                  reports.sessions(team, SESSIONS, IDEAS);
                  for (int i = 0; i < 10; i++) {
                    reports.sessions(UUID.randomUUID(), SESSIONS / 10, IDEAS);
                  }
                })
            / 1000;
    System.out.printf(
        Locale.ROOT,
        "%,d sessions x %d ideas of the team, as many of others, seed %d: stored in %.1f s%n",
        SESSIONS,
        IDEAS,
        SEED,
        seconds);
  }

  private void index() {
    double seconds =
        millis(
                () -> {
                  while (database.inTransaction(
                      handle ->
                          handle
                              .select("select index_next_session()")
                              .mapTo(Boolean.class)
                              .one())) {
                    Thread.onSpinWait();
                  }
                })
            / 1000;
    database.useHandle(handle -> handle.execute("vacuum analyze"));
    System.out.printf(
        Locale.ROOT,
        "indexed in %.1f s, %.1f ms a session%n",
        seconds,
        seconds * 1000 / (2 * SESSIONS));
  }

  private void writes() {
    double[] rates = new double[2];
    for (boolean noted : new boolean[] {false, true, true, false}) {
      database.useHandle(
          handle ->
              handle.execute(
                  "alter table report_idea " + (noted ? "enable" : "disable") + " trigger user"));
      int batches = Math.max(10, SESSIONS / 10);
      double seconds =
          millis(
                  () -> {
                    for (int i = 0; i < batches; i++) {
                      database.useTransaction(handle -> reports.ideas(UUID.randomUUID(), 200));
                    }
                  })
              / 1000;
      rates[noted ? 1 : 0] += batches * 200 / seconds / 2;
      System.out.printf(
          Locale.ROOT,
          "%s notes for search: %,.0f ideas/s stored%n",
          noted ? "with" : "without",
          batches * 200 / seconds);
    }
    System.out.printf(Locale.ROOT, "with : without = %.2f%n", rates[1] / rates[0]);
    database.useHandle(
        handle -> {
          handle.execute("alter table report_idea enable trigger user");
          handle.execute(
              "delete from report_idea where session_id not in (select session_id from report)");
        });
  }
}
