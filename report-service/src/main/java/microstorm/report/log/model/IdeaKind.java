package microstorm.report.log.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an entry of a session is. In JSON the lower-case word. */
public enum IdeaKind {
  /** A bullet. */
  @JsonProperty("idea")
  IDEA,
  /** A line that begins with a quotation mark or {@code >}. */
  @JsonProperty("quote")
  QUOTE,
  /** A bullet that is just one link, in a section of links. */
  @JsonProperty("reference")
  REFERENCE,
  /** Anything else, kept verbatim: a paragraph, a table, a code block, an unknown section. */
  @JsonProperty("note")
  NOTE;

  /** Whether entries of this kind are written as bullets, and so can be nested. */
  public boolean bullet() {
    return this == IDEA || this == REFERENCE;
  }
}
