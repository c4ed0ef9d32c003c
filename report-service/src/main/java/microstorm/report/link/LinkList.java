package microstorm.report.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import microstorm.report.link.LinkPage.LinkCheckResult;
import microstorm.report.link.LinkPage.LinkFlaw;
import microstorm.report.link.LinkPage.TeamLink;
import microstorm.report.link.LinkReader.Filter;
import microstorm.report.link.LinkReader.Row;
import microstorm.report.log.link.LinkFault;
import org.jspecify.annotations.Nullable;

/** Lists the links of a team. */
@ApplicationScoped
class LinkList {

  private final LinkReader reader;

  LinkList(LinkReader reader) {
    this.reader = reader;
  }

  /** A page of links. A link whose last place has just been removed is left out. */
  @Transactional
  LinkPage page(Filter filter, Optional<LinkCursor> after, int limit) {
    List<Row> rows = reader.read(filter, after, limit + 1);
    List<Row> page = rows.stream().limit(limit).toList();
    return new LinkPage(
        page.stream().filter(row -> row.places() != null).map(LinkList::view).toList(),
        rows.size() > limit ? next(page.get(page.size() - 1)) : null);
  }

  private static String next(Row last) {
    return new LinkCursor(last.newest(), last.target()).encode();
  }

  private static TeamLink view(Row row) {
    return new TeamLink(
        row.target(),
        row.places().get(0).address(),
        row.titles() == null ? List.of() : row.titles(),
        problems(row),
        flaw(row.fault()),
        row.state() == null ? null : result(row),
        row.placeCount(),
        row.places());
  }

  private static List<LinkProblem> problems(Row row) {
    List<LinkProblem> problems = new ArrayList<>();
    if (row.duplicate()) {
      problems.add(LinkProblem.DUPLICATE);
    }
    if (row.fault() != null) {
      problems.add(LinkProblem.MALFORMED);
    }
    if (row.state() == LinkState.BROKEN || row.state() == LinkState.UNREACHABLE) {
      problems.add(LinkProblem.BROKEN);
    }
    return problems;
  }

  private static @Nullable LinkFlaw flaw(@Nullable String code) {
    return code == null
        ? null
        : new LinkFlaw(
            code,
            "The link " + LinkFault.of(code).map(LinkFault::sentence).orElse("is malformed") + ".");
  }

  private static LinkCheckResult result(Row row) {
    return LinkCheckResult.of(
        row.state(), row.status(), row.failure(), row.reason(), row.movedTo(), row.checkedAt());
  }
}
