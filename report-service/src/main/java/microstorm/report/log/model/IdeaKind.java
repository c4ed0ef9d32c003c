package microstorm.report.log.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kind of an entry of a session. In JSON it is the lower-case word. */
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
  /** Any other text, kept verbatim: a paragraph, a table, a code block or an unknown section. */
  @JsonProperty("note")
  NOTE;

  /** Whether entries of this kind are written as bullets, and so can be nested. */
  public boolean bullet() {
    return this == IDEA || this == REFERENCE;
  }
}
