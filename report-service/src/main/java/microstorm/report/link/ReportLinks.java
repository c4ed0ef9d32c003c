package microstorm.report.link;

import java.util.List;
import java.util.UUID;
import microstorm.report.link.LinkPage.LinkCheckResult;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The links of a report.
 *
 * @param links each address once, in the order of the report
 * @param more the number of further addresses
 */
public record ReportLinks(List<SessionLink> links, int more) {

  /** An address with the places of a report in which it is written. */
  @Schema(description = "A web page with the places of the report that link to it.")
  public record SessionLink(
      @Schema(
              description = "The address as it is written in the first place.",
              examples = "https://example.com/menu")
          String address,
      @Schema(
              description = "The first title of the link. Absent if it has none.",
              examples = "A menu")
          @Nullable String title,
      @Schema(
              description =
                  "The result of the team's last check of the address. Absent if it was never"
                      + " checked.")
          @Nullable LinkCheckResult check,
      @Schema(description = "The places, in the order of the report; at most 20.")
          List<SessionLinkPlace> places) {

    /** Whether the last check did not reach the page. */
    public boolean broken() {
      return check != null
          && (check.state() == LinkState.BROKEN || check.state() == LinkState.UNREACHABLE);
    }
  }

  /** A place of a link in a report. */
  @Schema(description = "A place of the report in which a link is written.")
  public record SessionLinkPlace(
      @Schema(description = "The kind of the text.") ReportPart part,
      @Schema(description = "The topic, if the link is in the title of one.")
          @Nullable UUID topicId,
      @Schema(description = "The idea, if the link is in one.") @Nullable UUID ideaId,
      @Schema(description = "The action, if the link is in one.") @Nullable UUID actionId) {

    static SessionLinkPlace of(LinkedText text) {
      return new SessionLinkPlace(
          text.part(),
          text.part() == ReportPart.TOPIC ? text.id() : null,
          text.part() == ReportPart.IDEA ? text.id() : null,
          text.part() == ReportPart.ACTION ? text.id() : null);
    }
  }
}
