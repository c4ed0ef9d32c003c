package microstorm.idea.idea;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import microstorm.idea.hint.Hint;
import microstorm.idea.viewer.Viewer;

/** Reads, changes, withdraws and brings back stored ideas, each in a transaction. */
@ApplicationScoped
class IdeaService {

  private final Ideas ideas;
  private final IdeaAuthoring authoring;
  private final IdeaRestoring restoring;
  private final IdeaMoves moves;

  IdeaService(Ideas ideas, IdeaAuthoring authoring, IdeaRestoring restoring, IdeaMoves moves) {
    this.ideas = ideas;
    this.authoring = authoring;
    this.restoring = restoring;
    this.moves = moves;
  }

  @Transactional
  IdeaView get(UUID sessionId, Viewer viewer, UUID id) {
    return ideas.view(viewer, ideas.seen(viewer, sessionId, id));
  }

  @Transactional
  IdeaReceipt change(UUID sessionId, Viewer viewer, UUID id, ChangeIdea request) {
    Hint hint = null;
    if (request.rewrites()) {
      hint = authoring.rewrite(sessionId, viewer, id, request);
    }
    if (request.moves()) {
      moves.move(sessionId, viewer, id, request.topicId(), request.parentId());
    }
    StoredIdea idea = ideas.seen(viewer, sessionId, id);
    return new IdeaReceipt(id, idea.seq(), idea.text(), hint, null);
  }

  @Transactional
  IdeaReceipt restore(UUID sessionId, Viewer viewer, UUID id) {
    restoring.restore(sessionId, viewer, id);
    StoredIdea idea = ideas.seen(viewer, sessionId, id);
    return new IdeaReceipt(id, idea.seq(), idea.text(), null, null);
  }

  @Transactional
  void withdraw(UUID sessionId, Viewer viewer, UUID id) {
    authoring.withdraw(sessionId, viewer, id);
  }
}
