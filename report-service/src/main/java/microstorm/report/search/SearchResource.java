package microstorm.report.search;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.UUID;
import microstorm.http.share.Workload;
import microstorm.http.token.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Search in a team's reports. */
@Path("/api/search")
@RolesAllowed({Caller.OWNER, Caller.MEMBER})
@Tag(
    name = "Search",
    description =
        "Search in the reports of the team's closed sessions. It finds what a report shows: never"
            + " an idea that was not shared, the content of a removed idea, or anything of another"
            + " team.")
public class SearchResource {

  private static final int MAX_PAGE = 50;
  private static final int MAX_KINDS = 100;
  private static final int FIRST_YEAR = 1;
  private static final int LAST_YEAR = 9998;

  private final SearchService search;
  private final RecurringTopics topics;
  private final Caller caller;

  SearchResource(SearchService search, RecurringTopics topics, Caller caller) {
    this.search = search;
    this.topics = topics;
    this.caller = caller;
  }

  @GET
  @Workload("reports")
  @Operation(
      operationId = "search",
      summary = "Search the team's reports",
      description =
          "Finds the titles, problems, summaries, topics, groups, ideas, links, actions and people"
              + " of closed sessions. A found text contains all words of the query: in any order,"
              + " and in English and German in any form. `\"two words\"` finds a phrase, `begin*`"
              + " the beginning of a word, and `-word` leaves out texts with a word. If nothing is"
              + " found, words that no report contains are replaced by similar ones. A text can be"
              + " found some seconds after its session has closed or the text has changed. Only"
              + " owners and members of the team may call it.")
  @APIResponse(responseCode = "200", description = "A page of the texts that were found.")
  public SearchPage find(
      @RestQuery
          @NotNull(message = "must not be absent")
          @Size(min = 1, max = SearchQuery.MAX_LENGTH)
          @Parameter(
              description = "What to look for: at most 10 words and phrases.",
              example = "silence -meeting")
          String q,
      @RestQuery
          @Size(min = 1, max = MAX_KINDS)
          @Parameter(
              description =
                  "The kinds of texts to look for, separated by commas: `title`, `problem`,"
                      + " `summary`, `topic`, `group`, `idea`, `link`, `action`, `person`. By"
                      + " default all.",
              example = "idea,action")
          String kind,
      @RestQuery
          @Min(FIRST_YEAR)
          @Max(LAST_YEAR)
          @Parameter(description = "Only sessions that were held in this year.", example = "2026")
          Integer year,
      @RestQuery @Parameter(description = "Only this session.") UUID sessionId,
      @RestQuery
          @Parameter(
              description =
                  "The `next` of the previous page. Without it, the answer is the first page.",
              example =
                  "MC4zLzIwMjYtMDEtMDIvMDE5MGEwMDAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAxL2lkZWE")
          String cursor,
      @RestQuery
          @DefaultValue("20")
          @Min(1)
          @Max(MAX_PAGE)
          @Parameter(description = "The largest number of texts in the page.", example = "20")
          int limit) {
    return search.search(
        SearchQuery.parse(q),
        new SearchReader.Filter(caller.teamId(), SearchKind.read(kind), year, sessionId),
        Optional.ofNullable(cursor).map(SearchCursor::decode),
        limit);
  }

  @GET
  @Path("topics")
  @Workload("reports")
  @Operation(
      operationId = "listRecurringTopics",
      summary = "List the team's recurring topics",
      description =
          "Lists the topics and groups that closed sessions have in common, at most 50, the most"
              + " frequent first. Titles with the same words in other forms or in another order are"
              + " the same topic. Only owners and members of the team may call it.")
  @APIResponse(responseCode = "200", description = "The topics of two sessions or more.")
  public RecurringTopicList recurring() {
    return new RecurringTopicList(topics.of(caller.teamId()));
  }
}
