package microstorm.session.description;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The problem types as a web page and as Markdown; each has its id as anchor. */
final class ProblemsPage {

  private static final String TITLE = "Problems of the Microstorm API";
  private static final String INTRODUCTION =
      "A refused request is answered with application/problem+json (RFC 9457)."
          + " Its type ends in one of these ids, which are stable.";

  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <meta name="color-scheme" content="light dark">
      <title>%1$s</title>
      <link rel="stylesheet" href="/microstorm.css">
      </head>
      <body>
      <main>
      <h1>%1$s</h1>
      <p>%2$s <a href="/api/docs">All operations</a></p>
      """;

  private static final String SECTION =
      """
      <section id="%1$s" aria-labelledby="%1$s-title">
      <h3 id="%1$s-title">%2$s</h3>
      <p><a href="#%1$s"><code>%1$s</code></a>, status %3$d</p>
      <p>%4$s</p>
      <p><strong>What to do:</strong> %5$s</p>
      </section>
      """;

  private static final String MARKDOWN_HEAD =
      """
      # Problems

      A refused request is answered with `application/problem+json` (RFC 9457). Its `type` is \
      `/api/problems#` followed by one of these ids, which are stable ([conventions](api.md#errors)). \
      A running installation shows the same list at `/api/problems`.

      This page is generated from the services' catalogues.
      """;

  private ProblemsPage() {}

  static String html(List<ProblemEntry> problems) {
    StringBuilder page = new StringBuilder(HEAD.formatted(TITLE, INTRODUCTION));
    byStatus(problems)
        .forEach(
            (status, entries) -> {
              page.append("<h2>Status ").append(status).append("</h2>\n");
              entries.forEach(entry -> page.append(section(entry)));
            });
    return page.append("</main>\n</body>\n</html>\n").toString();
  }

  static String markdown(List<ProblemEntry> problems) {
    StringBuilder page = new StringBuilder(MARKDOWN_HEAD);
    byStatus(problems)
        .forEach(
            (status, entries) -> {
              page.append("\n## Status ").append(status).append('\n');
              page.append("\n| id | title | meaning | what to do |\n|---|---|---|---|\n");
              entries.forEach(entry -> page.append(row(entry)));
            });
    return page.toString();
  }

  private static Map<Integer, List<ProblemEntry>> byStatus(List<ProblemEntry> problems) {
    return problems.stream()
        .collect(Collectors.groupingBy(ProblemEntry::status, TreeMap::new, Collectors.toList()));
  }

  private static String section(ProblemEntry entry) {
    return SECTION.formatted(
        entry.id(),
        escape(entry.title()),
        entry.status(),
        escape(entry.meaning()),
        escape(entry.remedy()));
  }

  private static String row(ProblemEntry entry) {
    return "| <a id=\"%1$s\"></a>`%1$s` | %2$s | %3$s | %4$s |%n"
        .formatted(
            entry.id(), escape(entry.title()), escape(entry.meaning()), escape(entry.remedy()))
        .replace(System.lineSeparator(), "\n");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("|", "&#124;");
  }
}
