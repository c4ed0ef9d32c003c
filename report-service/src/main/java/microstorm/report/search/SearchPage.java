package microstorm.report.search;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of what was found. */
@Schema(description = "A page of the texts that were found.")
public record SearchPage(
    @Schema(description = "The texts, the best match first.") List<FoundText> items,
    @Schema(
            description = "The number of texts that were found, on all pages.",
            minimum = "0",
            examples = "3")
        int places,
    @Schema(
            description =
                "Whether there are more texts than the search counts and orders: 2,000 titles,"
                    + " problems, summaries, topics and groups, and 2,000 others. Add a word to the"
                    + " search, or a filter.")
        boolean limited,
    @Schema(
            description =
                "The words that no report contains, with the words that were searched for instead."
                    + " Usually empty.")
        List<Correction> corrections,
    @Schema(description = "How many texts were found of each kind, in each year and session.")
        Facets facets,
    @Schema(
            description = "The `cursor` of the next page. Absent on the last page.",
            examples =
                "MC4zLzIwMjYtMDEtMDIvMDE5MGEwMDAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAxL2lkZWE")
        @Nullable String next) {

  /** A text that was found. */
  @Schema(description = "A text that was found, and where it is.")
  public record FoundText(
      @Schema(description = "The kind of the text.") SearchKind kind,
      @Schema(
              description =
                  "The id of the topic, group, idea, link, action or participant; of the session"
                      + " for its title, problem and summary.")
          UUID id,
      @Schema(description = "The session whose report shows the text.") UUID sessionId,
      @Schema(
              description = "The number of the session, if it has one.",
              minimum = "0",
              examples = "3")
          @Nullable Integer number,
      @Schema(description = "The title of the session.", examples = "Cheaper lunch")
          @Nullable String title,
      @Schema(description = "The day on which the session was held.", examples = "2026-01-02")
          @Nullable String heldOn,
      @Schema(
              description = "The title of the topic of an idea or link, if it has one.",
              examples = "Cooking")
          @Nullable String topic,
      @Schema(description = "The idea that contains a link. Absent for other kinds.")
          @Nullable UUID ideaId,
      @Schema(
              description =
                  "The text in pieces; an excerpt of about 300 characters if it is longer. The"
                      + " pieces that match the search are marked.")
          List<TextSegment> segments) {}

  /** A word that was corrected. */
  @Schema(description = "A word that no report contains, and what was searched for instead.")
  public record Correction(
      @Schema(description = "The word of the search.", examples = "silnece") String word,
      @Schema(description = "Similar words of the reports.", examples = "[\"silence\"]")
          List<String> searchedFor) {}

  /** How many texts were found where. */
  @Schema(
      description =
          "How many texts were found of each kind, in each year and session. The filters apply.")
  public record Facets(
      @Schema(description = "The kinds, the most frequent first.") List<KindFacet> kinds,
      @Schema(description = "The years, the last first, without sessions that have no date.")
          List<YearFacet> years,
      @Schema(description = "The 20 sessions with most texts, the most frequent first.")
          List<SessionFacet> sessions) {}

  /** The texts of one kind. */
  @Schema(description = "The number of texts of one kind.")
  public record KindFacet(
      @Schema(description = "The kind of the texts.") SearchKind kind,
      @Schema(description = "The number of texts.", minimum = "1", examples = "2") int places) {}

  /** The texts of one year. */
  @Schema(description = "The number of texts in the sessions of one year.")
  public record YearFacet(
      @Schema(description = "The year.", examples = "2026") int year,
      @Schema(description = "The number of texts.", minimum = "1", examples = "2") int places) {}

  /** The texts of one session. */
  @Schema(description = "The number of texts of one session.")
  public record SessionFacet(
      @Schema(description = "The session.") UUID sessionId,
      @Schema(description = "The title of the session.", examples = "Cheaper lunch")
          @Nullable String title,
      @Schema(description = "The number of texts.", minimum = "1", examples = "2") int places) {}
}
