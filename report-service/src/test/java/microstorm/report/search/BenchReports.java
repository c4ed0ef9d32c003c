package microstorm.report.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Reports for the benchmark, in words that are as frequent as those of a language. */
final class BenchReports {

  private static final int WORDS = 20_000;

  private final Jdbi database;
  private final Random random;
  private final List<String> words;
  private final double[] frequencies = frequencies();

  BenchReports(Jdbi database, long seed) {
    this.database = database;
    random = new Random(seed);
    words = words(random);
  }

  /** Sessions of a team. */
  List<UUID> sessions(UUID team) {
    return database.withHandle(
        handle ->
            handle
                .select("select session_id from report where team_id = ? limit 50", team)
                .mapTo(UUID.class)
                .list());
  }

  /** Stores closed sessions of a team. */
  void sessions(UUID team, int number, int ideas) {
    for (int i = 0; i < number; i++) {
      UUID session = UUID.randomUUID();
      String day =
          String.format(Locale.ROOT, "%d-%02d-%02d", 2016 + i % 10, 1 + i % 12, 1 + i % 28);
      database.useTransaction(
          handle -> {
            handle.execute(
                "insert into report (session_id, team_id, title, problem, summary, held_on, phase)"
                    + " values (?, ?, ?, ?, ?, ?::date, 'closed')",
                session,
                team,
                text(4),
                text(25),
                text(40),
                day);
            for (int topic = 0; topic < 5; topic++) {
              handle.execute(
                  "insert into report_topic (id, session_id, position, title) values (?, ?, ?, ?)",
                  UUID.randomUUID(),
                  session,
                  topic,
                  text(2));
            }
            ideas(session, ideas);
          });
    }
  }

  /** Stores ideas as the service does: with one statement. */
  void ideas(UUID session, int number) {
    List<String> texts = new ArrayList<>();
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      texts.add(text(5 + random.nextInt(14)));
      ids.add(UUID.randomUUID());
    }
    database.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into report_idea (id, session_id, position, kind, text)"
                        + " select id, :session, 1, 'idea', text from unnest(:ids, :texts)"
                        + " as idea (id, text)")
                .bind("session", session)
                .bindArray("ids", UUID.class, ids)
                .bindArray("texts", String.class, texts)
                .execute());
  }

  private String text(int length) {
    List<String> text = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      text.add(word());
    }
    return String.join(" ", text);
  }

  /** A word, as frequent as words are in a language. */
  String word() {
    double value = random.nextDouble() * frequencies[WORDS - 1];
    int found = Arrays.binarySearch(frequencies, value);
    return words.get(found < 0 ? -found - 1 : found);
  }

  private static double[] frequencies() {
    double[] sums = new double[WORDS];
    double sum = 0;
    for (int i = 0; i < WORDS; i++) {
      sum += 1 / Math.pow(i + 2.0, 0.9);
      sums[i] = sum;
    }
    return sums;
  }

  private static List<String> words(Random random) {
    String[] syllables =
        "ba ko ri ta nu le mo si da pe ung heit ver ge tion ment ing wo".split(" ");
    List<String> made = new ArrayList<>();
    for (int i = 0; i < WORDS; i++) {
      StringBuilder word = new StringBuilder();
      for (int part = 0; part < 2 + i % 3; part++) {
        word.append(syllables[random.nextInt(syllables.length)]);
      }
      made.add(word.toString());
    }
    return made;
  }

  /** The word with this place among the most frequent ones, from 0. */
  String word(int place) {
    return words.get(place);
  }

  /** A word with one wrong letter. */
  String mistaken(String word) {
    int place = random.nextInt(word.length());
    return word.substring(0, place) + "q" + word.substring(place + 1);
  }
}
