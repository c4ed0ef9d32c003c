package microstorm.session.description;

import com.fasterxml.jackson.databind.JsonNode;
import microstorm.http.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A problem type as clients see it. */
@Schema(name = "ProblemType", description = "A kind of problem that an operation can answer with.")
record ProblemEntry(
    @Schema(
            description = "The stable id, with which the type of a problem ends.",
            examples = "quiet-time-not-over")
        String id,
    @Schema(description = "The HTTP status.", minimum = "400", maximum = "599", examples = "409")
        int status,
    @Schema(description = "A short name for people.", examples = "Quiet time not over")
        String title,
    @Schema(
            description = "The problem in one or two sentences.",
            examples = "The minimum time for silent writing is not over.")
        String meaning,
    @Schema(
            description = "The remedy: a step that the client can take.",
            examples = "Wait until it is over or every participant is ready.")
        String remedy) {

  static ProblemEntry of(ProblemType type) {
    return new ProblemEntry(type.id(), type.status(), type.title(), type.meaning(), type.remedy());
  }

  static ProblemEntry of(JsonNode entry) {
    return new ProblemEntry(
        entry.path("id").asText(),
        entry.path("status").asInt(),
        entry.path("title").asText(),
        entry.path("meaning").asText(),
        entry.path("remedy").asText());
  }
}
