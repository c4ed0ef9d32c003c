package microstorm.report.link;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of the links of a team. */
@Schema(description = "A page of the team's links.")
public record LinkPage(
    @Schema(description = "The links, those of the newest session first.") List<TeamLink> items,
    @Schema(description = "The `cursor` of the next page. Absent on the last page.")
        @Nullable String next) {

  /** A link with all places that have the same address. */
  @Schema(description = "A link with all places that have the same address.")
  public record TeamLink(
      @Schema(description = "The id of the link, the same as long as the team has its address.")
          UUID id,
      @Schema(
              description =
                  "The address as it is written in its newest place. Of a malformed link with"
                      + " missing or exchanged brackets or with a space the whole link.",
              examples = "https://docs.dask.org/en/latest/")
          String address,
      @Schema(
              description = "The different titles of the link, at most 20.",
              examples = "[\"Dask docs\", \"Ray Docs\"]")
          List<String> titles,
      @Schema(description = "What may be wrong with it.") List<LinkProblem> problems,
      @Schema(description = "Why the link is malformed. Absent for others.")
          @Nullable LinkFlaw malformed,
      @Schema(
              description =
                  "The result of the last check. Absent if the address was never checked.")
          @Nullable LinkCheckResult check,
      @Schema(
              description = "The number of its places; 1,000 stands for as many or more.",
              minimum = "1",
              examples = "2")
          int placeCount,
      @Schema(description = "Its places, the newest first; at most 20.") List<LinkPlace> places) {}

  /** Why a link is malformed. */
  @Schema(description = "Why a link is malformed.")
  public record LinkFlaw(
      @Schema(
              description = "The kind of the flaw. Versions may add kinds.",
              enumeration = {
                "no-address",
                "no-scheme",
                "misspelt-scheme",
                "other-scheme",
                "script",
                "bad-host",
                "too-long",
                "bracket-missing",
                "brackets-swapped",
                "space-in-address",
                "space-before-address"
              })
          String code,
      @Schema(
              description = "The reason as a sentence.",
              examples = "The link has a space in its address; write %20 instead.")
          String message) {}

  /** What a check has found. */
  @Schema(description = "What the last check found at the address.")
  public record LinkCheckResult(
      @Schema(description = "The state of the address.") LinkState state,
      @Schema(description = "The status of the last response, if there was one.", examples = "404")
          @Nullable Integer status,
      @Schema(
              description = "Why there was no response. Versions may add kinds.",
              examples = "timeout")
          @Nullable String failure,
      @Schema(
              description = "The result as a sentence.",
              examples = "The server answered with the status 404.")
          String message,
      @Schema(description = "The address to which the page has permanently moved.")
          @Nullable String movedTo,
      @Schema(description = "When it was checked.") Instant checkedAt) {

    /** A result as it is stored, whose reason is the rest of a sentence about the address. */
    static LinkCheckResult of(
        LinkState state,
        @Nullable Integer status,
        @Nullable String failure,
        @Nullable String reason,
        @Nullable String movedTo,
        Instant checkedAt) {
      String message =
          switch (state) {
            case WORKS -> "The page is there.";
            case MOVED -> "The page has permanently moved.";
            case RESTRICTED -> "The server answers, but not to a program without a login.";
            case BROKEN, UNREACHABLE, REFUSED ->
                reason == null
                    ? "The server answered with the status " + status + "."
                    : "The address " + reason + ".";
          };
      return new LinkCheckResult(state, status, failure, message, movedTo, checkedAt);
    }
  }

  /** A place of a link. */
  @Schema(description = "A place in which a link is written.")
  public record LinkPlace(
      @Schema(description = "The session.") UUID sessionId,
      @Schema(description = "The number of the session, if it has one.", examples = "1")
          @Nullable Integer number,
      @Schema(description = "The title of the session.", examples = "Dask Parallel Data Processing")
          @Nullable String sessionTitle,
      @Schema(description = "The day on which the session was held.") @Nullable LocalDate heldOn,
      @Schema(description = "The part of the report.") LinkPart part,
      @Schema(description = "The idea, if the link is in one.") @Nullable UUID ideaId,
      @Schema(description = "The title of the link in this place.", examples = "Dask docs")
          @Nullable String title,
      @Schema(description = "The address as it is written in this place.") String address,
      @Schema(
              description =
                  "The line in the log that the session was last imported with, counted from 1."
                      + " Absent for sessions that were held here.",
              minimum = "1",
              examples = "31")
          @Nullable Integer line) {}
}
