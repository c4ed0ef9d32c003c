package microstorm.report.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.report.edition.CurrentEditions;
import microstorm.report.edition.EditionKeeper;
import microstorm.report.edition.EditionKeeper.Changing;
import microstorm.report.edition.LogJson;
import microstorm.report.edition.UndoableImport;
import microstorm.report.imports.plan.ComparedSession;
import microstorm.report.imports.plan.ImportPlan;
import microstorm.report.log.model.SessionContent;

/** Keeps what an import is about to replace. */
@ApplicationScoped
class UndoKeeper {

  private final CurrentEditions editions;
  private final EditionKeeper keeper;
  private final LogJson json;

  UndoKeeper(CurrentEditions editions, EditionKeeper keeper, LogJson json) {
    this.editions = editions;
    this.keeper = keeper;
    this.json = json;
  }

  /**
   * Keeps the log book as it is before an import. An import that changes nothing needs no undo. One
   * that changes an edition of the previous version which has no report yet cannot be undone.
   */
  void keep(UUID teamId, UUID importId, Instant acceptedAt, ImportPlan plan) {
    if (!plan.changesBook()) {
      return;
    }
    List<ComparedSession> changed =
        plan.differing().stream().filter(one -> !one.isAdded()).toList();
    Map<UUID, SessionContent> contents =
        editions.of(changed.stream().map(ComparedSession::id).toList());
    List<Changing> changing = new ArrayList<>();
    for (ComparedSession one : changed) {
      SessionContent content = contents.get(one.id());
      if (content == null) {
        return;
      }
      changing.add(new Changing(one.id(), json.write(content), one.isMatched()));
    }
    plan.otherLayout().forEach(id -> changing.add(new Changing(id, null, false)));
    keeper.keep(
        teamId,
        new UndoableImport(
            importId,
            0,
            acceptedAt,
            plan.frame() != null,
            plan.frame() == null ? null : plan.frameBefore(),
            plan.changesOrder() ? plan.orderBefore() : null),
        changing);
  }
}
