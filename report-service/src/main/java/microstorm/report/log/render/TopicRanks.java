package microstorm.report.log.render;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import microstorm.report.log.markup.Nesting;
import microstorm.report.log.markup.TopicRank;

/** Chooses the rank of each new topic, so that a parser finds it in the right parent. */
final class TopicRanks {
  private final int level;
  private final int topicDepth;
  private final Nesting nesting = Nesting.ofTopics();
  private final Map<UUID, Integer> byTopic = new HashMap<>();

  /** The rank of the last topic inside a parent; the key null is the top level. */
  private final Map<UUID, Integer> lastInParent = new HashMap<>();

  /**
   * Begins without topics.
   *
   * @param level the level of the session's heading
   * @param topicDepth the number of levels of topics in the session
   */
  TopicRanks(int level, int topicDepth) {
    this.level = level;
    this.topicDepth = Math.max(topicDepth, 2);
  }

  /** Whether a parser would find a topic of this rank in the right parent. */
  boolean fits(Outline.Entry topic, int rank) {
    return Objects.equals(nesting.parentAt(rank), topic.parentId());
  }

  /** The rank of the previous sibling, or the default one. */
  int of(Outline.Entry topic) {
    Integer sibling = lastInParent.get(topic.parentId());
    if (sibling != null) {
      return sibling;
    }
    int fromBottom = topicDepth - topic.depth();
    int heading = level + topic.depth();
    int rank =
        fromBottom > 1 && heading <= 6
            ? heading
            : fromBottom > 0 ? TopicRank.BOLD : TopicRank.BOLD_ITALIC;
    Integer parent = byTopic.get(topic.parentId());
    return parent == null ? rank : Math.min(Math.max(rank, parent + 1), TopicRank.BOLD_ITALIC);
  }

  void enter(Outline.Entry topic, int rank) {
    nesting.enter(topic.id(), rank);
    byTopic.put(topic.id(), rank);
    lastInParent.put(topic.parentId(), rank);
  }
}
